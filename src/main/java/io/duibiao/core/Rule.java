package io.duibiao.core;

import java.util.Optional;

/**
 * What a printed target phrase demands of the value x. The simple name of each record is its code. {@code printed}
 * is the phrase that it was read from; {@code assumed} marks a tolerance or a base year that the document does not
 * print.
 */
public sealed interface Rule {

    /** As printed behind the figure; empty where none is. */
    default Optional<String> unit() {
        return Optional.empty();
    }

    String printed();

    /** Whether it demands nothing definite until a figure or a finding is given later: 达到国家考核目标, 基本消除. */
    default boolean awaitsFigure() {
        return this instanceof StateAssessed || this instanceof Judged || this instanceof SameAs
                || this instanceof Eliminate eliminate && eliminate.basically()
                || this instanceof Complete complete && (complete.basically() || complete.value().isEmpty())
                || this instanceof ByStandard standard && standard.value().isEmpty();
    }

    /** Whether only a person's finding settles it: 得到有效保障, or 全面完成 of something that is not measured by a share. */
    default boolean awaitsFinding(Indicator indicator) {
        return this instanceof Judged
                || this instanceof Complete complete && !complete.basically() && complete.value().isEmpty()
                        && !indicator.isPercent();
    }

    /** 达到83.8%, 不低于59.6%, 95%以上, ≥92: met when x ≥ value. */
    record AtLeast(Quantity value, Optional<String> unit, String printed) implements Rule {
    }

    /** 超过85%, 大于35%, 突破30%: met when x &gt; value. */
    record Above(Quantity value, Optional<String> unit, String printed) implements Rule {
    }

    /** 3.8%以内, ≤17, 降低到75%以下: met when x ≤ value. */
    record AtMost(Quantity value, Optional<String> unit, String printed) implements Rule {
    }

    /** 低于, 不满, 小于: met when x &lt; value. */
    record Below(Quantity value, Optional<String> unit, String printed) implements Rule {
    }

    /** 79%左右: not worse than value by more than the tolerance (in the unit of value; 1 % of value where none is printed). */
    record About(Quantity value, Quantity tolerance, boolean assumed, Optional<String> unit,
            String printed) implements Rule {
    }

    /** 1-2个: x ≥ from where higher is better, x ≤ to where lower is better, inside where neither is. */
    record Between(Quantity from, Quantity to, Optional<String> unit, String printed) implements Rule {
    }

    /** 0 (放射源辐射事故发生率): x = value in every period. */
    record Exactly(Quantity value, Optional<String> unit, String printed) implements Rule {
    }

    /** How a change is counted. */
    enum ChangeUnit {
        /** Percent of the base year's figure. */
        PERCENT,
        /** Percentage points. */
        POINT,
        /** In the unit of the indicator. */
        ABSOLUTE
    }

    /**
     * 较2015年下降15%: the change since the base year, counted in the good direction, is at least value (more than it when strict).
     *
     * @param baseYear empty when the phrase prints none and the catalogue gives none
     * @param assumed the base year comes from the catalogue, not from the phrase
     */
    record ChangeBy(Quantity value, ChangeUnit changeUnit, Optional<Integer> baseYear, boolean assumed, boolean strict,
            Optional<String> unit, String printed) implements Rule {
    }

    /** 稳定在45: not worse than value by more than the tolerance, in every period. */
    record Maintain(Quantity value, Quantity tolerance, boolean assumed, Optional<String> unit,
            String printed) implements Rule {
    }

    /** 不降低, 不低于现状, 保持稳定: not worse than the baseline, in every period. */
    record NotWorseThanBaseline(String printed) implements Rule {
    }

    /** What an improvement is measured against. */
    enum Against {
        BASELINE,
        /** Each year before. */
        EVERY_YEAR
    }

    /** 有所下降, 持续减少: strictly better than the baseline, or than each year before. */
    record Improve(Against against, String printed) implements Rule {
    }

    /** 稳中向好: not worse than the baseline and than the year before, in every period. */
    record StableOrImproving(Quantity tolerance, boolean assumed, String printed) implements Rule {
    }

    /** 实现负增长 (in the due year), 保持负增长 (every year): x &lt; the year before. */
    record NegativeGrowth(boolean everyYear, String printed) implements Rule {
    }

    /** 零增长: x ≤ the year before. */
    record ZeroGrowth(boolean everyYear, String printed) implements Rule {
    }

    /** 消除, 清零, 淘汰, 零填埋: the remaining amount or share is 0; 基本 leaves the figure open. */
    record Eliminate(boolean basically, String printed) implements Rule {
    }

    /** 全覆盖, 全面完成: the share done is 100 %; 完成N个: the count done ≥ value; 基本 leaves the figure open. */
    record Complete(Optional<Quantity> value, boolean basically, Optional<String> unit, String printed) implements Rule {
    }

    /** 严禁, 不再新建, 杜绝: no occurrence in any period. */
    record Prohibited(String printed) implements Rule {
    }

    /** 达到Ⅲ类, 达到先进定额标准: the figure of a cited standard, where one is known; classes are numbered Ⅰ = 1 … 劣Ⅴ = 6. */
    record ByStandard(String standard, Optional<Quantity> value, String printed) implements Rule {
    }

    /** 控制在"十三五"水平: against the referenced target or period. */
    record SameAs(String reference, String printed) implements Rule {
    }

    /** 达到国家考核目标: no figure until it is resolved. */
    record StateAssessed(String printed) implements Rule {
    }

    /** 得到有效保障: a person's finding. */
    record Judged(String printed) implements Rule {
    }
}
