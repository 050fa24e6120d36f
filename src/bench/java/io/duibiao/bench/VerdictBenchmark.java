package io.duibiao.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.duibiao.core.Attribute;
import io.duibiao.core.Baseline;
import io.duibiao.core.Citation;
import io.duibiao.core.Course;
import io.duibiao.core.Direction;
import io.duibiao.core.Due;
import io.duibiao.core.Edition;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Quantity;
import io.duibiao.core.Rule;
import io.duibiao.core.Standing;
import io.duibiao.core.Status;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.duibiao.core.Verdict;
import io.duibiao.core.Verdicts;

/** One verdict, the pure function alone: a yearly share half way to its figure, with three years of values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class VerdictBenchmark {

    private static final Citation CITATION = new Citation("nm-eep-14", "专栏1 第3行", "原文");

    private final Verdicts.Question question = question();

    @Benchmark
    public Verdict judge() {
        return Verdicts.judge(question);
    }

    private static Verdicts.Question question() {
        Plan plan = new Plan("nm-eep-14", new Text("规划", "plan"), "", "自治区政府", "region", Optional.empty(), 2021, 2025, 2020,
                List.of());
        Indicator indicator = new Indicator("water-good-sections", new Text("优良水体比例", "good sections"), Optional.empty(), "%", "百分点", 1,
                Direction.HIGHER, Kind.LEVEL, Timing.FLOW, "NONE", Optional.empty(), Optional.empty(), List.of(), true, "");
        Baseline baseline = new Baseline(figure("59.6"), "59.6", Period.of("2020"), false, Optional.empty(), Optional.empty());
        Target target = new Target("nm-eep-14.3", plan.code(), indicator.code(), Optional.empty(), Optional.of("150000"),
                Optional.empty(), Target.GroupMode.EACH, Attribute.BINDING,
                new Due(Due.Kind.BY, LocalDate.of(2025, 12, 31), false), "≥70.7", Optional.empty(), Optional.empty(),
                new Rule.AtLeast(Quantity.of("70.7"), Optional.empty(), "≥70.7"), Target.Comparison.EXACT, Optional.empty(),
                Optional.of(baseline), false, false, 0, Optional.empty(), Optional.empty(),
                List.of(CITATION));
        return new Verdicts.Question(plan, target, indicator, "150000", new Text("内蒙古自治区", "Inner Mongolia"), true,
                Period.of("2023"), List.of(measured("2021", "61.5"), measured("2022", "64.0"), measured("2023", "66.2")),
                List.of(), Optional.empty(), List.of(), Course.STRAIGHT, Optional.empty(), new Standing(LocalDate.of(2023, 12, 31), true, List.of()),
                false, Edition.LATEST);
    }

    private static io.duibiao.core.Measurement measured(String period, String value) {
        return new io.duibiao.core.Measurement("water-good-sections", "150000", Optional.empty(), Period.of(period),
                Optional.empty(), Optional.empty(), figure(value), value, Status.FINAL, "公报", Optional.empty(),
                Optional.empty(), List.of(CITATION), Instant.EPOCH, 1);
    }

    private static Figure figure(String value) {
        return new Figure.Exact(Quantity.of(value));
    }
}
