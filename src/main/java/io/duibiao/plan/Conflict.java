package io.duibiao.plan;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Rule;
import io.duibiao.core.Subject;
import io.duibiao.core.Target;

/** Targets that ask different things of the same figure: 83.8 in one document and 89.1 in another. Both stand. */
record Conflict(Subject subject, int due, List<Target> targets) {

    private record Year(Subject subject, int due) {
    }

    /** How a rule is worded, which does not change what it demands. */
    private static final Set<String> WORDING = Set.of("printed", "unit", "assumed");

    /** In the order of their first targets. A target that awaits its figure contradicts nothing. */
    static List<Conflict> in(Catalogue catalogue) {
        Map<Year, List<Target>> asked = new LinkedHashMap<>();
        catalogue.targets().stream().filter(target -> !catalogue.rule(target).awaitsFigure())
                .forEach(target -> asked
                        .computeIfAbsent(new Year(catalogue.subject(target), target.due().date().getYear()),
                                year -> new ArrayList<>())
                        .add(target));
        return asked.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(one -> entry.getValue().stream().anyMatch(other -> contradict(one, other, catalogue))))
                .map(entry -> new Conflict(entry.getKey().subject(), entry.getKey().due(), entry.getValue())).toList();
    }

    /** What a plan itself asks for at an earlier day of the year is a step on the way and contradicts nothing. */
    private static boolean contradict(Target one, Target other, Catalogue catalogue) {
        return !demand(catalogue.rule(one)).equals(demand(catalogue.rule(other)))
                && (!one.plan().equals(other.plan()) || one.due().date().equals(other.due().date()));
    }

    /** Whether two targets of a plan are one that it prints twice: 得到有效保障 and 长治久清 are not, whoever finds on them. */
    static boolean isRestated(Target one, Target other, Catalogue catalogue) {
        return one.plan().equals(other.plan()) && catalogue.subject(one).equals(catalogue.subject(other))
                && one.groupMode() == other.groupMode() && one.due().kind() == other.due().kind()
                && one.due().date().equals(other.due().date()) && demand(one.rule()).equals(demand(other.rule()))
                && (!(one.rule() instanceof Rule.Judged) || one.rule().printed().equals(other.rule().printed()));
    }

    private static List<Object> demand(Rule rule) {
        List<Object> demand = new ArrayList<>(List.of(rule.getClass()));
        for (RecordComponent component : rule.getClass().getRecordComponents()) {
            if (!WORDING.contains(component.getName())) {
                try {
                    demand.add(component.getAccessor().invoke(rule));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return demand;
    }
}
