package io.duibiao.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Measurement;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.history.History.Commit;
import io.duibiao.plan.Seed;
import io.duibiao.plan.SeedTable.Row;
import io.duibiao.plan.Seeded;

/** Reads the measured values that the documents print; one that is printed at several places has a row for each. */
@Singleton
class SeedValues implements Seeded {

    private static final List<String> KEY = List.of("indicator", "region", "scope", "period", "basis", "base_year");
    private static final List<String> VALUE = List.of("printed", "value", "status", "source", "note", "derived");
    private static final List<String> CITATION = List.of("document", "section", "quote");

    private final Measurements measurements;

    SeedValues(Measurements measurements) {
        this.measurements = measurements;
    }

    @Override
    public Consumer<Commit> read(Catalogue catalogue, Seed seed) {
        Map<String, Optional<Plan>> plans = byCode(catalogue.plans(), Plan::code);
        Map<String, Optional<Indicator>> indicators = byCode(catalogue.indicators(), Indicator::code);
        Map<String, Optional<String>> places = Stream
                .concat(catalogue.regions().stream().map(Region::code), catalogue.groups().stream().map(Group::code))
                .collect(Collectors.toMap(code -> code, Optional::of));
        List<Measurement> values = seed
                .table("values.csv", Stream.of(KEY, VALUE, CITATION).flatMap(List::stream).toArray(String[]::new))
                .cited(KEY, VALUE, plans, (row, citations) -> value(row, row.known("indicator", indicators),
                        row.known("region", places), citations));
        return now -> measurements.seed(values, now);
    }

    private static <T> Map<String, Optional<T>> byCode(List<T> entries, Function<T, String> code) {
        return entries.stream().collect(Collectors.toMap(code, Optional::of));
    }

    private static Measurement value(Row row, Optional<Indicator> indicator, Optional<String> place, List<Citation> citations) {
        Optional<Integer> baseYear = row.optionalInteger("base_year");
        if (baseYear.isPresent() && indicator.map(known -> known.kind() != Kind.CUMULATIVE_CHANGE).orElse(false)) {
            row.fault("base_year", new Text("只有累计变化类指标才有基期", "only a cumulative change has a base year"));
        }
        Optional<String> basis = row.optional("basis")
                .filter(name -> !indicator.flatMap(Indicator::basis).equals(Optional.of(name)));
        return new Measurement(row.text("indicator"), place.orElse(""), row.optional("scope"), row.period("period"),
                basis, baseYear, row.figure("value"), row.text("printed"), row.choice("status", Status.class),
                row.text("source"),
                row.optional("note"), row.optional("derived"), citations, Instant.EPOCH, 0);
    }
}
