package io.duibiao.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import io.duibiao.core.Text;

/** Whether the unit that a sender or a document names is the indicator's, and if not, how many times. */
public final class Units {

    private static final Map<String, String> OTHER_NAMES = Map.of("百分比", "%", "百分数", "%", "percent", "%", "pp", "百分点", "个百分点",
            "百分点", "μg/m3", "微克/立方米", "ug/m3", "微克/立方米", "mg/m3", "毫克/立方米", "无", "", "无量纲", "");
    private static final Map<Character, Integer> MULTIPLES = Map.of('亿', 8, '万', 4, '千', 3, '毫', -3, '微', -6);

    private Units() {
    }

    public static boolean same(String sent, String own) {
        return name(sent).equals(name(own));
    }

    /** How many of its own make one of those sent: 毫克/立方米 for 微克/立方米 gives 1000; empty for things that do not compare. */
    public static Optional<String> times(String sent, String own) {
        Split from = split(name(sent));
        Split to = split(name(own));
        return !from.rest().equals(to.rest()) ? Optional.empty()
                : Optional.of(BigDecimal.ONE.scaleByPowerOfTen(from.power() - to.power()).toPlainString());
    }

    /**
     * That a figure is in another unit and, where the two compare, by what to multiply it.
     *
     * @param then what to do with the product
     */
    public static Text mismatch(String sent, String own, Text then) {
        Text remedy = times(sent, own).map(times -> Text.of("；请乘以 {0} {1}", "; multiply by {0} {1}", times, then))
                .orElse(Text.same(""));
        return Text.of("该指标的单位是 {0}，不是 {1}{2}", "The unit of this indicator is {0}, not {1}{2}",
                own.isEmpty() ? new Text("（无单位）", "(none)") : Text.same(own), sent, remedy);
    }

    private record Split(int power, String rest) {
    }

    private static Split split(String unit) {
        int at = 0;
        int power = 0;
        Integer multiple = MULTIPLES.get(unit.isEmpty() ? ' ' : unit.charAt(0));
        while (multiple != null && at < unit.length() - 1) {
            power += multiple;
            at++;
            multiple = MULTIPLES.get(unit.charAt(at));
        }
        return new Split(power, unit.substring(at));
    }

    private static String name(String unit) {
        String name = Characters.name(unit).replace("µ", "μ");
        return OTHER_NAMES.getOrDefault(name, name);
    }
}
