package io.duibiao.plan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.duibiao.core.Figure;
import io.duibiao.core.Figures;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.NotAQuantity;
import io.duibiao.core.Phrases;
import io.duibiao.core.Rule;
import io.duibiao.core.Text;
import io.duibiao.core.UnreadablePhrase;
import io.duibiao.web.Suggestions;
import io.duibiao.web.Units;

/**
 * A catalogue entry that is being written, as a row of a table or as a request: what it names is found here, and its faults are
 * noted. Fields are named as in the request, {@code baseline/baseYear}.
 */
abstract class Draft {

    /** The entry's own code, where a fault is at none of its fields. */
    static final String OWN_CODE = "";
    static final int LONGEST_CODE = 60;

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    /** Words may begin with a number, as 49项整改任务全部完成 does; {@code 6x9} and {@code 9e99} are numbers gone wrong. */
    private static final Pattern SPOILED_NUMBER = Pattern
            .compile("(?s)[^\\p{L}\\p{Nd}]*\\p{Nd}[\\p{Nd}.,]*(\\p{IsLatin}.*|\\P{IsHan}*)");

    /** The entry of that type under a code. */
    abstract <T extends Record> Optional<T> find(Class<T> type, String code);

    /** The entry of that type that a field names; that there is none is a fault. */
    abstract <T extends Record> Optional<T> known(Class<T> type, String field, String code);

    abstract void fault(String field, String code, Text why, String value);

    /** Whether no fault was noted: only what is sound by itself is compared with one another. */
    abstract boolean sound();

    /** Words without white space around them; blank ones are none. */
    static Optional<String> some(Optional<String> words) {
        return words.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    void ownCode(String code) {
        if (!code.isEmpty() && (code.length() > LONGEST_CODE || !CODE.matcher(code).matches())) {
            fault(OWN_CODE, "BAD_CODE", Text.of("代码应为小写字母、数字和连字符，不超过{0}个字符",
                    "a code has small letters, digits and hyphens, at most {0}", LONGEST_CODE), code);
        }
    }

    /** A target names region and group alike by their codes. */
    void otherPlace(Class<? extends Record> type, String code) {
        if (find(type, code).isPresent()) {
            fault(OWN_CODE, "CODE_TAKEN", new Text("该代码已用于地区或区域", "a region or a group has this code"), code);
        }
    }

    String oneOf(String field, String word, List<String> words) {
        if (!word.isEmpty() && !words.contains(word)) {
            fault(field, "BAD_VALUE", Text.of("应为 {0} 之一", "should be one of {0}", words), word);
        }
        return word;
    }

    LocalDate day(String field, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            fault(field, "DATE_OUT_OF_RANGE", Text.of("日期须在 {0} 至 {1} 之间", "the date is from {0} to {1}", FIRST_DAY, LAST_DAY),
                    date.toString());
        }
        return date;
    }

    /** Notes a fault where a reference leads back to the entry itself, else where it leads nowhere. */
    <T extends Record> void refer(Class<T> type, String own, String field, Collection<String> named,
            Function<T, Collection<String>> further, Text circle) {
        Set<String> passed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(named);
        while (!open.isEmpty()) {
            String code = open.remove();
            if (code.equals(own)) {
                fault(field, "CIRCLE", circle, String.join(" ", named));
                return;
            }
            if (passed.add(code)) {
                find(type, code).ifPresent(entry -> open.addAll(further.apply(entry)));
            }
        }
        named.forEach(code -> known(type, field, code));
    }

    /**
     * A basis as named, where it is not the one that goes without saying. One that the indicator does not declare
     * is mostly a slip, and no value would ever be compared on it.
     */
    Optional<String> basis(String field, Optional<String> named, Optional<Indicator> on, Optional<String> unsaid) {
        Optional<String> basis = some(named).filter(name -> !unsaid.equals(Optional.of(name)));
        basis.ifPresent(name -> on.map(Indicator::declaredBases).filter(known -> !known.contains(name))
                .ifPresent(known -> {
                    List<String> nearest = Suggestions.nearest(name, known);
                    fault(field, "UNKNOWN_BASIS", Text.of("该指标没有登记口径“{0}”{1}；确为新口径的，请先登记到指标的 bases",
                            "this indicator declares no basis “{0}”{1}; one that is new is declared in the indicator’s bases first",
                            name, known.isEmpty() ? Text.same("")
                                    : Text.of("（已有：{0}）", " (it has: {0})",
                                            String.join("、", nearest.isEmpty() ? known : nearest))),
                            name);
                }));
        return basis;
    }

    /** What a phrase says, with exactly one rule. */
    Optional<Phrases.Meaning> meaning(String field, String phrase, Indicator indicator, Optional<Integer> baseYear) {
        try {
            Phrases.Meaning read = Phrases.read(phrase, indicator.direction(), indicator.kind());
            if (read.rules().size() == 1) {
                unit(field, read.rules().get(0), indicator);
                return Optional.of(new Phrases.Meaning(List.of(withBaseYear(read.rules().get(0), baseYear)), read.baseline()));
            }
            fault(field, "SEVERAL_RULES", Text.of("应只有一个目标，读出 {0} 个", "one target expected, {0} read", read.rules().size()),
                    phrase);
        } catch (UnreadablePhrase e) {
            fault(field, "UNREADABLE_PHRASE", Text.of("读不懂“{0}”：{1}", "“{0}” is not understood: {1}", e.part(), e.why()),
                    e.part());
        }
        return Optional.empty();
    }

    /** 0.5亿吨 against figures in 万吨 would be 0.5: what is printed in another unit is read in the indicator's by the planner. */
    private void unit(String field, Rule rule, Indicator indicator) {
        if (rule instanceof Rule.ChangeBy change && change.changeUnit() != Rule.ChangeUnit.ABSOLUTE) {
            boolean percent = change.changeUnit() == Rule.ChangeUnit.PERCENT;
            boolean fits = indicator.kind() == Kind.CUMULATIVE_CHANGE ? indicator.unit().equals(percent ? "%" : "百分点")
                    : percent || indicator.isPercent();
            if (!fits) {
                unit(field, percent ? "%" : "百分点", indicator);
            }
        } else {
            rule.unit().ifPresent(printed -> unit(field, printed, indicator));
        }
    }

    /** Notes a fault where a figure is printed in another unit than the indicator's. */
    void unit(String field, String printed, Indicator indicator) {
        if (!Units.same(printed, indicator.unit())) {
            fault(field, "OTHER_UNIT", Units.mismatch(printed, indicator.unit(),
                    new Text("换算，并以 readAs 注明", "and give that as readAs")), printed);
        }
    }

    /** A base year that the phrase does not print comes from the catalogue, and is then assumed. */
    private Rule withBaseYear(Rule rule, Optional<Integer> catalogued) {
        if (catalogued.isEmpty()) {
            return rule;
        }
        String year = String.valueOf(catalogued.get());
        if (!(rule instanceof Rule.ChangeBy change)) {
            fault("baseYear", "NO_BASE_YEAR", new Text("该目标不是变化量，没有基期", "the target is not a change and has no base year"),
                    year);
            return rule;
        }
        if (change.baseYear().isEmpty()) {
            return new Rule.ChangeBy(change.value(), change.changeUnit(), catalogued, true, change.strict(), change.unit(),
                    change.printed());
        }
        if (!change.baseYear().equals(catalogued)) {
            fault("baseYear", "OTHER_BASE_YEAR",
                    Text.of("与原文的 {0} 不一致", "the phrase prints {0}", change.baseYear().get()), year);
        }
        return rule;
    }

    /** The base year of a rule as it has to be given: one that the phrase prints goes without saying. */
    static Optional<Integer> baseYearGiven(Rule rule) {
        return rule instanceof Rule.ChangeBy change && change.assumed() ? change.baseYear() : Optional.empty();
    }

    /** A figure as printed: a number, a bound, a dash or words. */
    static Figure figure(String printed, Consumer<Text> fault) {
        try {
            Figure figure = printed.isEmpty() ? new Figure.Absent() : Figures.parse(printed);
            if (figure instanceof Figure.Words && SPOILED_NUMBER.matcher(printed).matches()) {
                fault.accept(new Text("不是数值", "is not a number"));
            }
            return figure;
        } catch (NotAQuantity e) {
            fault.accept(new Text("数值超出范围", "the number cannot be held"));
            return new Figure.Absent();
        }
    }
}
