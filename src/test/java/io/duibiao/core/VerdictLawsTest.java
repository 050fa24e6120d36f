package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class VerdictLawsTest {

    private static final Optional<String> NO_UNIT = Optional.empty();

    /** A target, where it starts from, and what was measured the year before it is judged. */
    private record Scene(Rule rule, Quantity baseline, Quantity before, int year) {

        Given given(Rule asked, boolean mirrored, Quantity x) {
            Quantity b = mirrored ? baseline.negate() : baseline;
            Quantity p = mirrored ? before.negate() : before;
            return Given.rule(asked).is(mirrored ? Direction.LOWER : Direction.HIGHER).baseline(b.toString())
                    .values((year - 1) + " " + p + "; " + year + " " + (mirrored ? x.negate() : x));
        }

        Verdict of(Quantity x) {
            return given(rule, false, x).at("" + year);
        }

        Verdict mirrored(Quantity x) {
            return given(mirror(rule), true, x).at("" + year);
        }
    }

    private static Gen<Quantity> hundredths() {
        return integers().between(-9_999, 9_999).map(n -> new Quantity(BigDecimal.valueOf(n, 2)));
    }

    private static Gen<Quantity> tenths() {
        return integers().between(0, 99).map(n -> new Quantity(BigDecimal.valueOf(n, 1)));
    }

    private static Gen<Scene> scenes() {
        Gen<Rule> rules = integers().between(0, 12).zip(hundredths(), tenths(), VerdictLawsTest::floor);
        return rules.zip(hundredths(), hundredths(), integers().between(2022, 2026), Scene::new);
    }

    /** A rule by which more is better. */
    private static Rule floor(int which, Quantity v, Quantity t) {
        Optional<Integer> since = Optional.of(2020);
        return switch (which) {
            case 0 -> new Rule.AtLeast(v, NO_UNIT, "");
            case 1 -> new Rule.Above(v, NO_UNIT, "");
            case 2 -> new Rule.About(v, t, true, NO_UNIT, "");
            case 3 -> new Rule.Maintain(v, t, true, NO_UNIT, "");
            case 4 -> new Rule.Between(v, v.plus(t), NO_UNIT, "");
            case 5 -> new Rule.ByStandard("", Optional.of(v), "");
            case 6 -> new Rule.ChangeBy(t, Rule.ChangeUnit.PERCENT, since, false, false, NO_UNIT, "");
            case 7 -> new Rule.ChangeBy(t, Rule.ChangeUnit.PERCENT, since, false, true, NO_UNIT, "");
            case 8 -> new Rule.ChangeBy(t, Rule.ChangeUnit.ABSOLUTE, since, false, false, NO_UNIT, "");
            case 9 -> new Rule.NotWorseThanBaseline("");
            case 10 -> new Rule.Improve(Rule.Against.BASELINE, "");
            case 11 -> new Rule.Improve(Rule.Against.EVERY_YEAR, "");
            default -> new Rule.StableOrImproving(t, true, "");
        };
    }

    /** The same demand on −x. */
    private static Rule mirror(Rule rule) {
        if (rule instanceof Rule.AtLeast r) {
            return new Rule.AtMost(r.value().negate(), NO_UNIT, "");
        } else if (rule instanceof Rule.Above r) {
            return new Rule.Below(r.value().negate(), NO_UNIT, "");
        } else if (rule instanceof Rule.About r) {
            return new Rule.About(r.value().negate(), r.tolerance(), true, NO_UNIT, "");
        } else if (rule instanceof Rule.Maintain r) {
            return new Rule.Maintain(r.value().negate(), r.tolerance(), true, NO_UNIT, "");
        } else if (rule instanceof Rule.Between r) {
            return new Rule.Between(r.to().negate(), r.from().negate(), NO_UNIT, "");
        } else if (rule instanceof Rule.ByStandard r) {
            return new Rule.ByStandard("", r.value().map(Quantity::negate), "");
        }
        return rule;
    }

    /** Everything that a verdict answers, apart from the words and the numbers it was given. */
    private static List<Object> answers(Verdict v) {
        return List.of(v.outcome(), v.reason(), v.schedule(), v.scheduleReason(), v.progress(), v.requiredShare(), v.movement(),
                v.gap(), v.afterDue(), v.withinRounding());
    }

    @Test
    void trailingZerosNeverMatter() {
        qt().forAll(scenes(), hundredths()).checkAssert((scene, x) -> {
            Verdict plain = scene.of(x);
            Quantity wide = new Quantity(x.number().setScale(4));
            Scene spread = new Scene(scene.rule(), new Quantity(scene.baseline().number().setScale(3)), scene.before(),
                    scene.year());
            Verdict widened = spread.of(wide);
            assertEquals(plain.completionRate(), widened.completionRate());
            assertEquals(plain.requiredPerYear(), widened.requiredPerYear());
            assertEquals(plain.projection(), widened.projection());
            assertEquals(answers(plain), answers(widened));
        });
    }

    @Test
    void lowerIsBetterIsTheMirrorOfHigherIsBetter() {
        qt().forAll(scenes(), hundredths()).checkAssert((scene, x) -> {
            Verdict up = scene.of(x);
            Verdict down = scene.mirrored(x);
            assertEquals(answers(up), answers(down));
            assertEquals(up.requiredPerYear(), down.requiredPerYear().map(Quantity::negate));
            assertEquals(up.projection().map(Verdict.Projection::value),
                    down.projection().map(line -> line.value().negate()));
        });
    }

    @Test
    void aBetterValueNeverGivesAWorseAnswer() {
        List<Outcome> outcomes = List.of(Outcome.NOT_ASSESSABLE, Outcome.NOT_MET, Outcome.NOT_YET_MET, Outcome.MET);
        List<Schedule> schedules = List.of(Schedule.NOT_APPLICABLE, Schedule.REVERSED, Schedule.LOST, Schedule.BEHIND,
                Schedule.ON_SCHEDULE, Schedule.HELD, Schedule.AHEAD);
        qt().forAll(scenes(), hundredths(), tenths()).checkAssert((scene, x, more) -> {
            Verdict one = scene.of(x);
            Verdict better = scene.of(x.plus(more));
            assertFalse(outcomes.indexOf(better.outcome()) < outcomes.indexOf(one.outcome()));
            assertFalse(schedules.indexOf(better.schedule()) < schedules.indexOf(one.schedule()));
            assertFalse(better.movement().compareTo(one.movement()) > 0, "BETTER, SAME, WORSE in this order");
            one.gap().ifPresent(gap -> assertFalse(better.gap().orElseThrow().compareTo(gap) < 0));
            one.progress().ifPresent(share -> assertFalse(better.progress().orElseThrow().compareTo(share) < 0));
            assertEquals(one.requiredShare(), better.requiredShare());
        });
    }

    @Test
    void aMetTargetHasNoUnfavourableGapAndAMissedOneNoFavourable() {
        qt().forAll(scenes(), hundredths(), booleans().all()).checkAssert((scene, x, rounded) -> {
            Given given = scene.given(scene.rule(), false, x);
            Verdict verdict = (rounded ? given.comparedRounded() : given).at("" + scene.year());
            boolean met = verdict.outcome() == Outcome.MET;
            verdict.gap().ifPresent(gap -> assertFalse(met ? gap.signum() < 0 : gap.signum() > 0));
            verdict.requiredPerYear().ifPresent(step -> assertFalse(step.signum() < 0, "a way to go leads up"));
        });
    }

    @Test
    void aMetTargetIsNeverBehindAndOnlyWhatIsWorseThanTheBaselineIsReversed() {
        qt().forAll(scenes(), hundredths(), booleans().all(), dates()).checkAssert((scene, x, rounded, due) -> {
            Given given = scene.given(scene.rule(), false, x).due(due.toString());
            Verdict verdict = (rounded ? given.comparedRounded() : given).at("" + scene.year());
            Set<Schedule> bad = Set.of(Schedule.BEHIND, Schedule.REVERSED, Schedule.LOST);
            assertFalse(verdict.outcome() == Outcome.MET && bad.contains(verdict.schedule()));
            assertFalse(verdict.schedule() == Schedule.REVERSED && x.compareTo(scene.baseline()) >= 0);
        });
    }

    private static Gen<LocalDate> dates() {
        return integers().between(0, 2_500).map(days -> LocalDate.of(2021, 1, 1).plusDays(days));
    }

    /** Tonnes for kilograms: a hundredfold of everything. */
    @Test
    void anotherUnitChangesNoAnswer() {
        qt().forAll(scenes(), hundredths()).checkAssert((scene, x) -> {
            Verdict one = scene.of(x);
            Scene large = new Scene(hundredfold(scene.rule()), hundredfold(scene.baseline()), hundredfold(scene.before()),
                    scene.year());
            Verdict other = large.of(hundredfold(x));
            assertEquals(List.of(one.outcome(), one.reason(), one.schedule(), one.scheduleReason(), one.progress(),
                    one.requiredShare(), one.movement(), one.completionRate()),
                    List.of(other.outcome(), other.reason(), other.schedule(), other.scheduleReason(), other.progress(),
                            other.requiredShare(), other.movement(), other.completionRate()));
            assertEquals(one.gap().map(VerdictLawsTest::hundredfold), other.gap());
            assertEquals(one.requiredPerYear().map(VerdictLawsTest::hundredfold), other.requiredPerYear());
        });
    }

    private static Quantity hundredfold(Quantity quantity) {
        return quantity.times(Quantity.HUNDRED);
    }

    private static Rule hundredfold(Rule rule) {
        if (rule instanceof Rule.AtLeast r) {
            return new Rule.AtLeast(hundredfold(r.value()), NO_UNIT, "");
        } else if (rule instanceof Rule.Above r) {
            return new Rule.Above(hundredfold(r.value()), NO_UNIT, "");
        } else if (rule instanceof Rule.About r) {
            return new Rule.About(hundredfold(r.value()), hundredfold(r.tolerance()), true, NO_UNIT, "");
        } else if (rule instanceof Rule.Maintain r) {
            return new Rule.Maintain(hundredfold(r.value()), hundredfold(r.tolerance()), true, NO_UNIT, "");
        } else if (rule instanceof Rule.Between r) {
            return new Rule.Between(hundredfold(r.from()), hundredfold(r.to()), NO_UNIT, "");
        } else if (rule instanceof Rule.ByStandard r) {
            return new Rule.ByStandard("", r.value().map(VerdictLawsTest::hundredfold), "");
        } else if (rule instanceof Rule.ChangeBy r && r.changeUnit() == Rule.ChangeUnit.ABSOLUTE) {
            return new Rule.ChangeBy(hundredfold(r.value()), r.changeUnit(), r.baseYear(), false, r.strict(), NO_UNIT, "");
        } else if (rule instanceof Rule.StableOrImproving r) {
            return new Rule.StableOrImproving(hundredfold(r.tolerance()), true, "");
        }
        return rule;
    }

    /** From the end of 2020 so much a month: whoever keeps to that line is on schedule, and is projected onto the figure. */
    @Test
    void whoeverKeepsToTheLineIsOnScheduleAndMeetsTheTarget() {
        Gen<Integer> months = integers().between(37, 84);
        Gen<Integer> steps = integers().between(1, 50);
        qt().forAll(months, steps, integers().between(0, 1), booleans().all()).checkAssert((whole, step, lag, first) -> {
            YearMonth due = YearMonth.of(2020, 12).plusMonths(whole);
            LocalDate day = first ? due.plusMonths(1).atDay(1) : due.atEndOfMonth();
            int figure = 100 + step * (whole - 12 * lag);
            Given given = Given.rule("≥" + figure).stock().unit("吨").dataLag(lag).due(day.toString()).baseline("100")
                    .values("2021 " + (100 + 12 * step) + "; 2022 " + (100 + 24 * step));
            Verdict verdict = given.at("" + (2022 + lag));
            assertEquals(Outcome.NOT_YET_MET, verdict.outcome());
            assertEquals(Schedule.ON_SCHEDULE, verdict.schedule());
            assertEquals(verdict.requiredShare(), verdict.progress());
            assertEquals(Optional.of(Quantity.of(12L * step)), verdict.requiredPerYear());
            if (due.getMonthValue() == 12) {
                assertEquals(Quantity.of(figure), verdict.projection().orElseThrow().value());
            }
        });
    }

    /** 1 ÷ 3 × 3 is 1, whatever is divided, in whatever order. */
    @Test
    void quotientsAreExact() {
        Gen<Quantity> divisors = hundredths().assuming(n -> n.signum() != 0);
        qt().forAll(hundredths(), divisors, divisors).checkAssert((x, n, m) -> {
            Quantity part = x.dividedBy(n);
            assertEquals(x, part.times(n));
            assertEquals(x.times(m).dividedBy(n.times(m)), part);
            assertEquals(x.times(m).dividedBy(n.times(m)).hashCode(), part.hashCode());
            assertEquals(x.plus(m).dividedBy(n), part.plus(m.dividedBy(n)));
            assertEquals(Quantity.ZERO, part.minus(part));
            assertEquals(x.times(m).compareTo(n.times(m).times(part)), 0);
        });
    }

    /** Halves from −12 to 12 reach both sides of every edge that whole numbers up to 9 can set; a percentage sets others. */
    @ParameterizedTest
    @ValueSource(strings = { "以上", "以内", "超过", "不满" })
    void aBoundIsSettledExactlyWhenAllValuesThatItAllowsAgree(String bound) {
        Gen<Integer> small = integers().between(0, 6);
        Gen<Rule> rules = arbitrary().pick(0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12).zip(small, small,
                (which, v, t) -> floor(which, Quantity.of(v), Quantity.of(t % 4)));
        qt().withExamples(200).forAll(rules, small, small, arbitrary().enumValues(Direction.class))
                .checkAssert((rule, b, w, direction) -> {
                    String printed = bound.length() == 2 && bound.startsWith("以") ? w + bound : bound + w;
                    Interval allowed = Interval.allowedBy(Given.figure(printed)).orElseThrow();
                    Given given = Given.rule(rule).is(direction).baseline("" + b);
                    Set<Object> each = IntStream.rangeClosed(-24, 24).mapToObj(n -> new Quantity(BigDecimal.valueOf(n * 5L, 1)))
                            .filter(allowed::contains).map(x -> answer(given.values("2024 3; 2025 " + x).at("2025")))
                            .collect(Collectors.toSet());
                    Object together = answer(given.values("2024 3; 2025 " + printed).at("2025"));
                    assertEquals(each.size() == 1 ? each.iterator().next() : Outcome.Reason.VALUE_IS_BOUND, together);
                });
    }

    private static Object answer(Verdict verdict) {
        return verdict.reason().isPresent() ? verdict.reason().get() : verdict.outcome();
    }

    /** Every rule with every sort of figure, kind, direction, timing and baseline; periods and due dates take turns. */
    @ParameterizedTest
    @ValueSource(strings = { "≥60", ">60", "≤60", "<60", "60±6", "55…60", "=0", "Δ15% 2020", "Δ>15% 2020", "Δ20pp 2020",
            "Δ5 2015", "Δ50%", "Δ0% 2020", "keep 45±0", "stable ±0", "stable ±2", "done 60", "standard 3",
            "NotWorseThanBaseline", "Improve", "ImproveYearly", "NegativeGrowth", "NegativeGrowthYearly", "ZeroGrowth",
            "ZeroGrowthYearly", "Eliminate", "EliminateBasically", "Complete", "CompleteBasically", "Prohibited", "Standard",
            "SameAs", "StateAssessed", "Judged" })
    void everyQuestionHasAnAnswerWithItsReason(String rule) {
        List<String> periods = List.of("2014", "2019", "2020", "2021-S1", "2023", "2025", "2026");
        List<String> dues = List.of("BY 2025-12-31", "BY 2020-12-31", "BY 2023-06-15", "FROM 2022-01-01", "BY 2021-01-01",
                "BY 2021-12-31",
                "EVERY_PERIOD 2025-12-31");
        int turn = 0;
        for (String figure : List.of("50", "0", "-3", "61.25", "60以上", "60以内", "超过60", "不满60", "约60", "———", "达到要求", "none")) {
            for (Kind kind : Kind.values()) {
                for (Direction direction : Direction.values()) {
                    for (Timing timing : Timing.values()) {
                        for (String baseline : List.of("none", "50", "0", "60", "70", "45以上", "———", "达到要求")) {
                            String period = periods.get(turn % periods.size());
                            String[] due = dues.get(turn / periods.size() % dues.size()).split(" ");
                            String since = turn % 4 == 0 ? "" : turn % 4 == 1 ? " /2015" : " /2020";
                            Given given = Given.rule(rule).is(direction).is(kind).is(timing).dataLag(turn % 11 % 3)
                                    .due(Due.Kind.valueOf(due[0]), due[1]);
                            if (!baseline.equals("none")) {
                                given.baseline(baseline);
                            }
                            String now = figure.equals("none") ? "" : period + " " + figure + since;
                            if (turn % 13 == 0) {
                                given.comparedRounded();
                            }
                            given.values("2018 40; 2018 41 /2015; 2020 50; 2022 52" + since + "; " + now);
                            check(given.at(period));
                            checkOthers(given.question(period));
                            turn++;
                        }
                    }
                }
            }
        }
    }

    /** Whoever scores or compares the same question comes to an end too. */
    private static void checkOthers(Verdicts.Question question) {
        for (Assessment one : Methods.compare(question).assessments()) {
            assertEquals(one.grade().isEmpty(), one.refusal().isPresent());
        }
        for (Scheme.Step step : Scheme.Step.values()) {
            Scheme.Part part = new Scheme.Part(Set.of(), List.of(), new Scheme.Rate(step, Quantity.HUNDRED), true, true,
                    Optional.empty(), Optional.empty(), new Citation("", "", ""));
            Score score = Score.of(new Scheme("s", Text.same("s"), "1", List.of(part)), List.of(question),
                    code -> Optional.empty());
            assertFalse(score.points().signum() < 0 || score.points().compareTo(score.full()) > 0);
        }
    }

    private static void check(Verdict verdict) {
        assertEquals(verdict.outcome() == Outcome.NOT_ASSESSABLE, verdict.reason().isPresent());
        assertEquals(verdict.schedule() == Schedule.NOT_APPLICABLE, verdict.scheduleReason().isPresent());
        assertEquals(verdict.progress().isPresent(), verdict.requiredShare().isPresent());
        boolean early = verdict.period().end().isBefore(verdict.target().due().date());
        assertFalse(verdict.outcome() == Outcome.NOT_YET_MET && !early);
        assertFalse(verdict.outcome() == Outcome.NOT_ASSESSABLE && verdict.gap().isPresent());
        verdict.requiredShare().ifPresent(share -> assertFalse(share.signum() < 0 || share.compareTo(Quantity.of(1)) > 0));
        for (Text line : verdict.explain()) {
            assertFalse(line.zh().isBlank() || line.en().isBlank());
        }
    }
}
