package io.duibiao.measurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.duibiao.core.Baseline;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Measurement;
import io.duibiao.core.Quantity;
import io.duibiao.core.Resolution;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.plan.Lookup;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problem.Fault;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Suggestions;
import io.duibiao.web.Units;

/** Whether a value that somebody sends can be one: the same for a single one and for a million of them. */
final class Checks {

    private static final Set<String> COUNTED = Set.of("个", "台", "家", "项", "处", "起", "座", "户", "次", "类");
    private static final String CLASS = "类";
    private static final Quantity WORST_CLASS = Quantity.of(6);

    /** What came of it: faults, or flags where there are none. */
    record Result(List<Fault> faults, List<Flag> flags) {

        boolean passed() {
            return faults.isEmpty();
        }

        /** @throws ProblemException where there are faults: 409 where the period is closed, else 422 */
        void refuse() {
            if (!passed()) {
                Fault first = faults.get(0);
                int status = first.code().equals(Closings.PERIOD_CLOSED) ? 409 : 422;
                throw new Problem(status, first.code(), first.message(), faults).exception();
            }
        }
    }

    /** The bases and scopes that an indicator is known to have. */
    private record Known(Set<String> bases, Set<String> scopes) {
    }

    /** What a document prints of the measured value itself. */
    private record Printed(Target target, List<Quantity> figures) {
    }

    private final Catalogue catalogue;
    private final LocalDate today;
    private final Closings closings;
    private final Past past;
    private final Map<String, Known> planned = new HashMap<>();
    private final Map<String, List<Printed>> printed = new HashMap<>();

    /** @param today where the office is */
    Checks(Catalogue catalogue, LocalDate today, List<Closure> closures, Past past) {
        this.catalogue = catalogue;
        this.today = today;
        this.closings = new Closings(catalogue, closures);
        this.past = past;
    }

    /** Every fault of a value, each at the field that it is about; or why a value without faults should be looked at. */
    Result of(Reported sent) {
        Measurement.Key key = sent.key();
        List<Fault> faults = new ArrayList<>();
        try {
            Lookup.ofQuery(catalogue).place(key.region());
        } catch (ProblemException unknown) {
            faults.addAll(unknown.problem().faults());
        }
        Indicator indicator;
        try {
            indicator = Lookup.ofQuery(catalogue).indicator(key.indicator());
        } catch (ProblemException unknown) {
            faults.addAll(unknown.problem().faults());
            return new Result(faults, List.of());
        }
        faults.addAll(key(indicator, key));
        if (key.period().end().isAfter(today)) {
            faults.add(Fault.at("period", "FUTURE_PERIOD",
                    Text.of("时期 {0} 尚未结束（今天是 {1}），结束后才有实测值", "{0} has not ended yet (today is {1}); a value is "
                            + "measured when it has", key.period(), today),
                    key.period().toString()));
        }
        closings.forbidding(key.region(), key.period())
                .ifPresent(closure -> faults.add(closings.fault(closure, key.period())));
        sent.unit().filter(unit -> !Units.same(unit, indicator.unit()))
                .ifPresent(unit -> faults.add(otherUnit(unit, indicator)));
        sent.figure().number().flatMap(value -> outOfRange(value, indicator)).ifPresent(faults::add);
        List<Flag> flags = new ArrayList<>();
        key.basis().filter(basis -> !known(key.indicator(), basis, Known::bases, Past.Names::bases)).ifPresent(basis -> {
            if (sent.declares()) {
                flags.add(new Flag("NEW_BASIS", Text.of("新口径：{0}", "A new basis: {0}", basis)));
            } else {
                faults.add(unknownName("basis", new Text("口径", "basis"), basis,
                        names(key.indicator(), Known::bases, Past.Names::bases)));
            }
        });
        key.scope().filter(scope -> !known(key.indicator(), scope, Known::scopes, Past.Names::scopes)).ifPresent(scope -> {
            if (sent.declares()) {
                flags.add(new Flag("NEW_SCOPE", Text.of("新范围：{0}", "A new scope: {0}", scope)));
            } else {
                faults.add(unknownName("scope", new Text("范围", "scope"), scope,
                        names(key.indicator(), Known::scopes, Past.Names::scopes)));
            }
        });
        if (!faults.isEmpty()) {
            return new Result(faults, List.of());
        }
        if (indicator.kind() == Kind.CUMULATIVE_CHANGE && key.baseYear().isEmpty()) {
            flags.add(new Flag("NO_BASE_YEAR", new Text("累计变化未注明基期，不能据以判定", "A cumulative change without its base "
                    + "year answers no target")));
        }
        sent.figure().number().flatMap(value -> jump(value, key, indicator)).ifPresent(flags::add);
        return new Result(faults, flags);
    }

    /** Against its own history; where it has none, beside what plans print of its size. */
    private Optional<Flag> jump(Quantity value, Measurement.Key key, Indicator indicator) {
        List<Quantity> own = past.beside(key);
        return own.isEmpty() && indicator.kind() == Kind.LEVEL
                ? Jump.ofFirst(value, printed(key, indicator), indicator)
                : Jump.of(value, own, indicator);
    }

    /** Of a share or a mean the plans of every place speak; of what adds up only those of the place itself, for a year. */
    private List<Quantity> printed(Measurement.Key key, Indicator indicator) {
        boolean addsUp = indicator.aggregation().equals("SUM");
        if (addsUp && !key.period().isYear()) {
            return List.of();
        }
        return printed.computeIfAbsent(key.indicator(), code -> catalogue.targets().stream()
                .filter(target -> target.indicator().equals(code))
                .map(target -> new Printed(target, catalogue.printed(target))).toList()).stream()
                .filter(one -> one.target().scope().equals(key.scope())
                        && (!addsUp || one.target().place().equals(key.region())))
                .flatMap(one -> one.figures().stream()).toList();
    }

    /** What makes a key none that a value can have, whoever asks for it. */
    static List<Fault> key(Indicator indicator, Measurement.Key key) {
        if (key.baseYear().isEmpty()) {
            return List.of();
        }
        int year = key.baseYear().get();
        if (indicator.kind() != Kind.CUMULATIVE_CHANGE) {
            return List.of(Fault.at("baseYear", "NO_BASE_YEAR",
                    new Text("只有累计变化类指标才有基期", "Only a cumulative change has a base year"), String.valueOf(year)));
        }
        return year <= key.period().last().getYear() ? List.of()
                : List.of(Fault.at("baseYear", "BASE_YEAR_TOO_LATE",
                        new Text("基期年份晚于实测时期", "The base year is later than the period measured"), String.valueOf(year)));
    }

    private static Fault otherUnit(String unit, Indicator indicator) {
        return Fault.at("unit", "OTHER_UNIT", Units.mismatch(unit, indicator.unit(), new Text("换算后再报", "and send that")), unit);
    }

    /** 劣Ⅴ is kept as 6, after Ⅰ…Ⅴ. */
    private static Optional<Fault> outOfRange(Quantity value, Indicator indicator) {
        boolean whole = value.stripped().decimals() == 0;
        if (indicator.unit().equals(CLASS)) {
            return value.compareTo(Quantity.of(1)) >= 0 && value.compareTo(WORST_CLASS) <= 0 && whole ? Optional.empty()
                    : Optional.of(range(value, new Text("水质类别须为 1 至 6（Ⅰ…Ⅴ、劣Ⅴ）",
                            "A class is 1 to 6 (Ⅰ…Ⅴ, inferior to Ⅴ)")));
        }
        if ((value.signum() < 0 || value.compareTo(Quantity.HUNDRED) > 0) && indicator.isShare()) {
            return Optional.of(range(value, new Text("比例须在 0 至 100 之间", "A share lies between 0 and 100")));
        }
        if (indicator.kind() != Kind.CUMULATIVE_CHANGE && !indicator.unit().equals("百分点") && value.signum() < 0) {
            return Optional.of(range(value, new Text("该指标的数值不会小于 0", "This figure is never below 0")));
        }
        if (COUNTED.contains(indicator.unit()) && indicator.decimals() == 0 && !whole) {
            return Optional.of(Fault.at("value", "NOT_WHOLE",
                    Text.of("按{0}计的数须为整数", "What is counted in {0} is a whole number", indicator.unit()), value.toString()));
        }
        return Optional.empty();
    }

    private static Fault range(Quantity value, Text message) {
        return Fault.at("value", "OUT_OF_RANGE", message, value.toString());
    }

    private boolean known(String indicator, String name, Function<Known, Set<String>> inPlans,
            Function<Past.Names, Set<String>> inValues) {
        return inPlans.apply(planned(indicator)).contains(name) || inValues.apply(past.names(indicator)).contains(name);
    }

    private Set<String> names(String indicator, Function<Known, Set<String>> inPlans,
            Function<Past.Names, Set<String>> inValues) {
        Set<String> names = new TreeSet<>(inPlans.apply(planned(indicator)));
        names.addAll(inValues.apply(past.names(indicator)));
        return names;
    }

    /**
     * A basis or scope that nobody knows is mostly a slip, and a slip would begin a series of its own that no target is judged
     * by; but each year brings one that is meant (133个断面), and the office that has it must not wait for the planner.
     */
    private static Fault unknownName(String field, Text noun, String name, Set<String> known) {
        List<String> nearest = Suggestions.nearest(name, known);
        Text meant = nearest.isEmpty()
                ? known.isEmpty() ? new Text("；该指标没有登记过", "; this indicator has none yet")
                        : Text.of("；已有：{0}", "; known are: {0}", String.join("、", known))
                : Text.of("；是否指 {0}", "; did you mean {0}", String.join("、", nearest));
        return Fault.at(field, field.equals("basis") ? "UNKNOWN_BASIS" : "UNKNOWN_SCOPE",
                Text.of("该指标没有这个{0}：{1}{2}；确为新的，请以 declares=true 声明",
                        "this indicator has no such {0}: {1}{2}; if it is new and meant, send declares=true", noun, name,
                        meant),
                name);
    }

    private Known planned(String code) {
        return planned.computeIfAbsent(code, indicator -> {
            List<Target> targets = catalogue.targets().stream().filter(target -> target.indicator().equals(indicator)).toList();
            Stream<String> bases = Stream.of(
                    catalogue.indicator(indicator).stream().flatMap(one -> one.declaredBases().stream()),
                    targets.stream().flatMap(target -> target.basis().stream()),
                    targets.stream().flatMap(target -> target.baseline().flatMap(Baseline::basis).stream()),
                    targets.stream().flatMap(target -> catalogue.resolution(target.id()).flatMap(Resolution::basis).stream()),
                    catalogue.comparable(indicator).stream().flatMap(two -> Stream.of(two.one(), two.other())))
                    .flatMap(names -> names);
            return new Known(bases.collect(Collectors.toUnmodifiableSet()),
                    targets.stream().flatMap(target -> target.scope().stream()).collect(Collectors.toUnmodifiableSet()));
        });
    }
}
