package io.duibiao.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.duibiao.core.Baseline;
import io.duibiao.core.Coverage;
import io.duibiao.core.Direction;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Interval;
import io.duibiao.core.Kind;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Quantity;
import io.duibiao.core.Resolution;
import io.duibiao.core.Rule;
import io.duibiao.core.Schedule;
import io.duibiao.core.Status;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/** What a picture or a page says of a verdict and its figures. */
public record Said(Words words) {

    private static final int MOST_NAMED = 5;
    private static final Pattern LAST_DIGIT = Pattern.compile("([0-9])(?![0-9.])");

    /** Whose plan this is: the region is not said twice where the plan's title begins with it. */
    public String about(Text region, Plan plan) {
        String title = words.say(plan.title());
        String place = words.say(region);
        return title.startsWith(place) ? title : words.say("{0} · {1}", "{0} – {1}", place, title);
    }

    /** 5项达标，3项尚未达标: what occurs, in the order of the outcomes. */
    public String counts(List<Outcome> outcomes, String measureWord) {
        List<String> counts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            int count = Collections.frequency(outcomes, outcome);
            if (count > 0) {
                counts.add(words.say("{0}{1}{2}", "{0} {2}", count, measureWord, outcome.label()));
            }
        }
        return String.join(words.say("，", ", "), counts);
    }

    public static boolean isProvisional(Verdict verdict) {
        return verdict.value().filter(value -> value.status() == Status.PROVISIONAL).isPresent();
    }

    /** 化学需氧量排放量减少比例(%), with the scope where there is one. */
    public String indicator(Verdict verdict) {
        return withUnit(words.say(about(verdict)), verdict.indicator());
    }

    public Text about(Verdict verdict) {
        return verdict.target().scope().map(scope -> Text.of("{0}·{1}", "{0}, {1}", verdict.indicator().name(), scope))
                .orElse(verdict.indicator().name());
    }

    String withUnit(String name, Indicator indicator) {
        String unit = unit(indicator);
        return unit.isEmpty() ? name : words.say("{0}({1})", "{0} ({1})", name, unit);
    }

    String unit(Indicator indicator) {
        return words.say(Units.text(indicator.unit()));
    }

    /** With the unit behind the number: 90.8%, 90%以上, 2.25亿吨标准煤. */
    public String measured(String figure, Indicator indicator) {
        String unit = words.say(Units.behind(indicator.unit()));
        String apart = words.language() == Language.ZH ? "" : Units.apart(unit);
        return unit.isEmpty() ? figure
                : LAST_DIGIT.matcher(figure).replaceFirst("$1" + Matcher.quoteReplacement(apart + unit));
    }

    /** Of a schedule that there is: 序时进度滞后. */
    public String pace(Schedule schedule) {
        return switch (schedule) {
            case AHEAD -> words.say("序时进度提前", "ahead of schedule");
            case ON_SCHEDULE -> words.say("达到序时进度", "on schedule");
            case BEHIND -> words.say("序时进度滞后", "behind schedule");
            case REVERSED -> words.say("较基数倒退", "worse than the baseline");
            case HELD -> words.say("保持达标", "still met as at the baseline");
            case LOST -> words.say("基数达标、现已失守", "met at the baseline and lost since");
            case NOT_APPLICABLE -> "";
        };
    }

    /** Which figures are made up of those of some regions alone: a picture that has no room beside each says it at the foot. */
    Optional<String> partial(List<Verdict> verdicts) {
        List<Verdict> which = verdicts.stream()
                .filter(verdict -> verdict.coverage().filter(of -> !of.complete()).isPresent()).toList();
        if (which.isEmpty()) {
            return Optional.empty();
        }
        String named = which.stream().limit(MOST_NAMED).map(this::partial).collect(Collectors.joining(words.say("、", "; ")));
        String more = which.size() > MOST_NAMED
                ? words.say("等{0}项", "; {1} more", which.size(), which.size() - MOST_NAMED)
                : "";
        return Optional.of(
                words.say("只由已报地区汇总：{0}{1}。", "Rolled up from the regions that reported alone: {0}{1}.", named, more));
    }

    private String partial(Verdict verdict) {
        Coverage of = verdict.coverage().orElseThrow();
        return words.say("{0}{1}（{2}/{3}已报）", "{1}, {0} ({2} of {3})", verdict.regionName(), about(verdict), of.reported(),
                of.expected());
    }

    /** What stands in the place of a number where none can be drawn. */
    String instead(Optional<Measurement> value) {
        Optional<Figure> figure = value.map(Measurement::figure);
        if (figure.isEmpty()) {
            return words.say("无实测值", "no measured value");
        } else if (figure.get() instanceof Figure.Words) {
            return words.say("以文字表述，无数值", "reported in words, no figure");
        } else if (figure.get() instanceof Figure.Absent) {
            return words.say("未核定", "not audited");
        }
        return "";
    }

    public Printed baseline(Verdict verdict, int usual) {
        if (verdict.target().baseline().isEmpty()) {
            return Printed.of(words.say("未列", "not given"), List.of(), words);
        }
        Baseline baseline = verdict.target().baseline().get();
        boolean asUsual = baseline.period().equals(Period.year(usual));
        return Printed.of(figure(baseline.figure(), baseline.printed(), verdict.indicator()),
                asUsual ? List.of() : List.of(words.in(baseline.period())), words);
    }

    public Printed actual(Verdict verdict) {
        return value(verdict.value(), verdict.coverage(), verdict.period(), verdict.indicator());
    }

    /**
     * A value with what is to be known of it: provisional, of another period than the one asked about, not of all regions.
     *
     * @param coverage empty where the figure is not made up of those of regions
     */
    Printed value(Optional<Measurement> measured, Optional<Coverage> coverage, Period asked, Indicator indicator) {
        if (measured.isEmpty()) {
            return Printed.of(words.say("无", "none"), List.of(), words);
        }
        Measurement value = measured.get();
        List<String> marks = new ArrayList<>();
        if (value.status() == Status.PROVISIONAL) {
            marks.add(words.say("快报", "prov."));
        }
        if (!value.period().equals(asked)) {
            marks.add(words.in(value.period(), asked));
        }
        coverage.filter(of -> !of.complete())
                .ifPresent(of -> marks.add(words.say("{0}/{1}已报", "{0} of {1} reported", of.reported(), of.expected())));
        return Printed.of(figure(value.figure(), value.printed(), indicator), marks, words);
    }

    /** The figure as printed, without the unit; in English what is printed in Chinese words is put in symbols. */
    public String figure(Figure figure, String printed, Indicator indicator) {
        if (words.language() == Language.ZH || ascii(printed)) {
            return withoutUnit(printed, indicator);
        } else if (figure instanceof Figure.Bound bound) {
            return symbol(bound) + " " + bound.value();
        }
        return figure.exact().map(Quantity::toString)
                .orElse(figure instanceof Figure.Absent ? printed : words.say("以文字表述", "in words"));
    }

    private static String symbol(Figure.Bound bound) {
        return switch (bound.relation()) {
            case AT_LEAST -> "≥";
            case ABOVE -> ">";
            case AT_MOST -> "≤";
            case BELOW -> "<";
            case ABOUT -> "≈";
        };
    }

    private static boolean ascii(String printed) {
        return printed.chars().allMatch(c -> c < 128);
    }

    /** As printed, in English in symbols; a damaged phrase, and one whose figure had to be worked out, as it is read. */
    public Printed target(Verdict verdict, int usualDue) {
        Target target = verdict.target();
        String phrase = verdict.resolution().map(Resolution::phrase).or(target::readAs).orElse(target.printed());
        List<String> marks = new ArrayList<>();
        if (verdict.resolution().isPresent()) {
            marks.add(words.say("下达", "as issued"));
        } else if (target.derived().isPresent()) {
            marks.add(words.say("推算", "implied"));
        } else if (target.readAs().isPresent() && words.language() == Language.ZH) {
            marks.add(words.say("读作", "as read"));
        }
        if (target.strive() && !(words.language() == Language.ZH && phrase.contains("力争"))) {
            marks.add(words.say("力争", "strive for"));
        }
        if (target.inPrinciple() && !(words.language() == Language.ZH && phrase.contains("原则上"))) {
            marks.add(words.say("原则上", "in principle"));
        }
        if (target.due().date().getYear() != usualDue) {
            marks.add(words.year(target.due().date().getYear()));
        }
        String said = words.language() == Language.ZH ? phrase
                : Symbols.of(verdict.rule(), verdict.indicator().kind() == Kind.CUMULATIVE_CHANGE, phrase);
        return Printed.of(said, marks, words);
    }

    /** 85.7% is 85.7 and 98%以上 is 98以上 where % stands behind the name already; 12个盟市 counts leagues and stays. */
    private static String withoutUnit(String printed, Indicator indicator) {
        return indicator.unit().isEmpty() || !printed.contains(indicator.unit()) ? printed
                : printed.replaceFirst("(?<=[0-9])" + Pattern.quote(indicator.unit()) + "(?=$|[)）]|以上|以下|以内|左右)", "");
    }

    /** Reason, distance and marks of the verdict, the most important first; whose target it is stands elsewhere. */
    public String because(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        verdict.reason().ifPresent(reason -> parts.add(words.say(reason.label())));
        verdict.gap().ifPresent(gap -> parts.add(distance(verdict, gap)));
        if (verdict.afterDue()) {
            parts.add(words.say("已过时限", "after the due date"));
        }
        if (verdict.withinRounding()) {
            parts.add(words.say("修约后结论不同", "rounding would change it"));
        }
        return String.join(words.say("；", "; "), parts);
    }

    /** 距目标值差8.8个百分点. */
    String distance(Verdict verdict, Quantity gap) {
        String size = new Quantity(new BigDecimal(verdict.shown(gap.abs(), Quantity.ZERO))).stripped().toString();
        Indicator indicator = verdict.indicator();
        String apart = Units.apart(unit(indicator));
        Text amount = Text.of("{0}{1}", "{0}" + apart + "{1}", size, Units.behind(indicator.gapUnit().zh()));
        if (verdict.isWithinTolerance()) {
            return words.say("在目标值的容差之内", "within the tolerance of the target");
        }
        if (gap.signum() == 0) {
            return verdict.rule() instanceof Rule.Between || isRange(verdict.accepted())
                    ? words.say("在目标范围内", "within the target range")
                    : words.say("与目标值持平", "exactly on target");
        } else if (gap.signum() > 0) {
            return words.say("好于目标值{0}", "{0} better than the target", amount);
        }
        return indicator.direction() == Direction.LOWER ? words.say("超出目标值{0}", "{0} over the target", amount)
                : words.say("距目标值差{0}", "{0} short of the target", amount);
    }

    private static boolean isRange(Optional<Interval> accepted) {
        Optional<Quantity> low = accepted.flatMap(Interval::low).map(Interval.Edge::at);
        Optional<Quantity> high = accepted.flatMap(Interval::high).map(Interval.Edge::at);
        return low.isPresent() && high.isPresent() && !low.equals(high);
    }
}
