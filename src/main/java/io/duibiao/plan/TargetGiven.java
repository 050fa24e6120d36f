package io.duibiao.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.duibiao.core.Attribute;
import io.duibiao.core.Baseline;
import io.duibiao.core.Due;
import io.duibiao.core.Figure;
import io.duibiao.core.Figures;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Period;
import io.duibiao.core.Phrases;
import io.duibiao.core.Plan;
import io.duibiao.core.PublishedPath;
import io.duibiao.core.Quantity;
import io.duibiao.core.Region;
import io.duibiao.core.Rule;
import io.duibiao.core.Target;
import io.duibiao.core.Text;

/**
 * A target as it is sent: the phrase as printed, from which its rule is read.
 *
 * @param groupMode EACH where none is given
 * @param due the plan's end, and assumed, where none is given
 * @param readAs what a damaged phrase is read as
 * @param note why it is read so
 * @param baseYear of a change whose phrase prints none
 * @param basis where it is not the indicator's own
 * @param formula by which it was computed from a printed margin
 * @param path code of the published path that its schedule follows
 * @param reason needed where a target that stands is changed
 */
record TargetGiven(@NotBlank @Size(max = Draft.LONGEST_CODE) String plan,
        @NotBlank @Size(max = Draft.LONGEST_CODE) String indicator, Optional<@Size(max = 200) String> scope,
        Optional<@Size(max = Draft.LONGEST_CODE) String> region, Optional<@Size(max = Draft.LONGEST_CODE) String> group,
        Optional<Target.GroupMode> groupMode, @NotNull Attribute attribute, Optional<LocalDate> due,
        Optional<Due.Kind> dueKind, Optional<Boolean> dueAssumed, @NotBlank @Size(max = 200) String printed,
        Optional<@Size(max = 200) String> readAs, Optional<@Size(max = 1000) String> note,
        Optional<Target.Comparison> comparison, Optional<@Size(max = 200) String> basis,
        Optional<@Min(1949) @Max(2100) Integer> baseYear, Optional<@Valid BaselineGiven> baseline, Optional<Boolean> strive,
        Optional<Boolean> inPrinciple, Optional<@Min(0) @Max(5) Integer> dataLag, Optional<@Size(max = 1000) String> formula,
        Optional<@Size(max = Draft.LONGEST_CODE) String> path,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid CitationGiven> citations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

    /**
     * The figure that a plan prints as its starting point, as it is sent.
     *
     * @param period the end of the plan's base year, and assumed, where none is given
     */
    record BaselineGiven(@NotBlank @Size(max = 200) String printed, Optional<Period> period, Optional<Boolean> assumed,
            Optional<@Size(max = 200) String> basis, Optional<@Min(1949) @Max(2100) Integer> baseYear) {

        static BaselineGiven of(Baseline baseline) {
            return new BaselineGiven(baseline.printed(), Optional.of(baseline.period()), Optional.of(baseline.assumed()),
                    baseline.basis(), baseline.baseYear());
        }
    }

    static TargetGiven of(Target target) {
        return new TargetGiven(target.plan(), target.indicator(), target.scope(), target.region(), target.group(),
                Optional.of(target.groupMode()), target.attribute(), Optional.of(target.due().date()),
                Optional.of(target.due().kind()), Optional.of(target.due().assumed()), target.printed(), target.readAs(),
                target.note(), Optional.of(target.comparison()), target.basis(), Draft.baseYearGiven(target.rule()),
                target.baseline().map(BaselineGiven::of), Optional.of(target.strive()), Optional.of(target.inPrinciple()),
                Optional.of(target.dataLag()), target.derived(), target.path(),
                target.citations().stream().map(CitationGiven::of).toList(), Optional.empty());
    }

    /** The target itself; where a fault is noted it is a makeshift. */
    Target target(String id, Draft draft) {
        Optional<Plan> of = draft.known(Plan.class, "plan", plan);
        Optional<Indicator> on = draft.known(Indicator.class, "indicator", indicator);
        if (of.isPresent() && !id.isEmpty() && !id.matches(Pattern.quote(plan) + "\\.[1-9]\\d{0,8}")) {
            draft.fault(Draft.OWN_CODE, "BAD_CODE", new Text("应为规划代码、点和序号", "should be the plan's code, a dot and a number"),
                    id);
        }
        place(draft);
        Optional<String> other = Draft.some(readAs);
        Optional<Phrases.Meaning> meaning = on.filter(known -> !printed.isBlank())
                .flatMap(known -> draft.meaning(other.isPresent() ? "readAs" : "printed", other.orElse(printed.strip()), known,
                        baseYear));
        Optional<String> own = on.flatMap(Indicator::basis);
        Optional<String> named = draft.basis("basis", basis, on, own);
        Rule rule = meaning.map(read -> read.rules().get(0)).orElseGet(() -> new Rule.Judged(printed));
        return new Target(id, plan, indicator, Draft.some(scope), Draft.some(region), Draft.some(group),
                groupMode.orElse(Target.GroupMode.EACH), attribute, due(of, draft), printed.strip(), other, Draft.some(note),
                rule, comparison.orElse(Target.Comparison.EXACT), named,
                baseline(of, on, meaning.flatMap(Phrases.Meaning::baseline), named, draft), strive.orElse(false),
                inPrinciple.orElse(false), dataLag.orElse(0), Draft.some(formula), path(draft),
                citations.stream().map(citation -> citation.citation(draft)).toList());
    }

    private void place(Draft draft) {
        Draft.some(region).ifPresent(code -> draft.known(Region.class, "region", code));
        Draft.some(group).ifPresent(code -> draft.known(Group.class, "group", code));
        if (Draft.some(region).isPresent() == Draft.some(group).isPresent()) {
            draft.fault("region", "REGION_OR_GROUP",
                    new Text("地区与区域应填且只填一个", "either a region or a group, and not both"), region.orElse(""));
        }
    }

    /** A target without a printed date is due when its plan ends. */
    private Due due(Optional<Plan> of, Draft draft) {
        LocalDate date = due.map(printedDay -> draft.day("due", printedDay))
                .or(() -> of.map(Plan::end)).orElse(LocalDate.EPOCH);
        return new Due(dueKind.orElse(Due.Kind.BY), date, dueAssumed.orElse(false) || due.isEmpty());
    }

    /** Only a target that is due by a date has a way to it. */
    private Optional<String> path(Draft draft) {
        Optional<String> followed = Draft.some(path);
        followed.ifPresent(code -> {
            draft.known(PublishedPath.class, "path", code);
            if (dueKind.orElse(Due.Kind.BY) != Due.Kind.BY) {
                draft.fault("path", "NO_SCHEDULE",
                        new Text("每期都须达到的目标没有进度", "a target for every period has no schedule"), code);
            }
        });
        return followed;
    }

    /** A baseline without a printed period is at the end of the plan's base year; 由45个增至53个 brings its own. */
    private Optional<Baseline> baseline(Optional<Plan> of, Optional<Indicator> on, Optional<Quantity> phrased,
            Optional<String> named, Draft draft) {
        if (baseline.isEmpty()) {
            return phrased.flatMap(figure -> of.map(based -> new Baseline(new Figure.Exact(figure), figure.toString(),
                    Period.year(based.baseYear()), true, named, Optional.empty())));
        }
        BaselineGiven from = baseline.get();
        Figure figure = Draft.figure(from.printed().strip(),
                why -> draft.fault("baseline", "NOT_A_FIGURE", why, from.printed()));
        on.filter(known -> figure.number().isPresent()).ifPresent(known -> Figures.unit(from.printed())
                .ifPresent(unit -> draft.unit("baseline", unit, known)));
        return of.map(based -> new Baseline(figure, from.printed().strip(),
                from.period().orElse(Period.year(based.baseYear())), from.assumed().orElse(false) || from.period().isEmpty(),
                draft.basis("baseline/basis", from.basis(), on, on.flatMap(Indicator::basis)), from.baseYear()));
    }
}
