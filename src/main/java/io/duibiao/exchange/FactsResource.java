package io.duibiao.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.attainment.Attainments;
import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Quantity;
import io.duibiao.core.Schedule;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.CsvLine;
import io.duibiao.web.Paging;

/** One flat table of all verdicts, for tools that load tables: as JSON in pages, as CSV and XLSX whole. */
@Path("/api/v1")
@Tag(name = "facts", description = "Verdicts as one flat table")
public class FactsResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS_OF_A_SHEET = 1_048_575;
    private static final int FLUSHED_AFTER = 500;

    /** What the table is narrowed to. */
    public static class FactQuery {

        @QueryParam("plan")
        public Optional<String> plan = Optional.empty();

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @Parameter(description = "Instead of a region: the regions directly below this one")
        @QueryParam("below")
        public Optional<String> below = Optional.empty();

        @QueryParam("indicator")
        public Optional<String> indicator = Optional.empty();

        @Parameter(description = "Without it every year from each plan's base year to its last")
        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @QueryParam("attribute")
        public Optional<Attribute> attribute = Optional.empty();

        @QueryParam("outcome")
        public Optional<Outcome> outcome = Optional.empty();

        @QueryParam("schedule")
        public Optional<Schedule> schedule = Optional.empty();

        boolean includes(Verdict verdict) {
            return outcome.map(verdict.outcome()::equals).orElse(true) && schedule.map(verdict.schedule()::equals).orElse(true);
        }
    }

    @Inject
    Plans plans;
    @Inject
    Attainments attainments;
    @Inject
    Asked asked;

    @GET
    @Path("/facts.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "factsAsJson", summary = "Verdicts as a bare array of flat objects, in pages")
    public RestResponse<List<Fact>> json(@BeanParam FactQuery query, @BeanParam @Valid Paging paging) {
        Table table = table(query);
        return Answer.page(asked, table.newest(), paging, table::after, Fact::key, facts -> facts);
    }

    @GET
    @Path("/facts.csv")
    @Produces(CSV)
    @Operation(operationId = "factsAsCsv", summary = "Verdicts as one CSV table, UTF-8 with byte order mark")
    public RestResponse<StreamingOutput> csv(@BeanParam FactQuery query) {
        Table table = table(query);
        return named("csv", Answer.of(asked, table.newest(), CSV, () -> out -> write(table, out)));
    }

    @GET
    @Path("/facts.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "factsAsXlsx", summary = "Verdicts as one sheet of a workbook")
    public RestResponse<StreamingOutput> xlsx(@BeanParam FactQuery query) {
        Table table = table(query);
        if (table.size() > ROWS_OF_A_SHEET) {
            throw Problem.of(400, "TOO_MANY_ROWS", Text.of("共{0}行，超过 XLSX 一个工作表的上限，请改用 /api/v1/facts.csv",
                    "{0} rows are more than a sheet holds; take /api/v1/facts.csv", table.size())).exception();
        }
        return named("xlsx", Answer.of(asked, table.newest(), XLSX, () -> out -> fill(table, out)));
    }

    private static <T> RestResponse<T> named(String suffix, RestResponse<T> answer) {
        answer.getHeaders().add(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duibiao-facts." + suffix + "\"");
        return answer;
    }

    /** The table in parts, a plan's period each, whose lines are made when they are taken. */
    private record Table(List<Attainments.Found> parts, Predicate<Verdict> wanted, Language language) {

        /** Of all that any line rests on. */
        Instant newest() {
            return parts.stream().map(Attainments.Found::asOf).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        }

        int size() {
            return parts.stream().mapToInt(Attainments.Found::size).sum();
        }

        Stream<Fact> facts() {
            return parts.stream().flatMap(part -> facts(part, 0));
        }

        private Stream<Fact> facts(Attainments.Found part, int from) {
            return part.verdicts(from).filter(wanted).map(verdict -> Fact.of(verdict, language));
        }

        /** The lines after the one of that key. */
        Optional<Iterator<Fact>> after(Optional<String> key) {
            if (key.isEmpty()) {
                return Optional.of(facts().iterator());
            }
            String[] last = key.get().split("\\|", 2);
            for (int at = 0; at < parts.size() && last.length == 2; at++) {
                Attainments.Found part = parts.get(at);
                Optional<Integer> from = part.period().toString().equals(last[0]) ? part.after(Optional.of(last[1]))
                        : Optional.empty();
                if (from.isPresent()) {
                    Stream<Fact> rest = new Table(parts.subList(at + 1, parts.size()), wanted, language).facts();
                    return Optional.of(Stream.concat(facts(part, from.get()), rest).iterator());
                }
            }
            return Optional.empty();
        }
    }

    private Table table(FactQuery query) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofQuery(catalogue);
        List<Plan> planned = query.plan.map(named::plan).map(List::of).orElseGet(catalogue::plans);
        return new Table(planned.stream().flatMap(plan -> {
            Attainments.Wanted wanted = Attainments.Wanted.of(named, Optional.of(plan.code()), query.indicator, query.region,
                    query.below, query.attribute);
            return periods(plan, query.period).map(period -> attainments.find(wanted, period, period.end(), asked.asOf()));
        }).toList(), query::includes, asked.language());
    }

    private static Stream<Period> periods(Plan plan, Optional<Period> asked) {
        return asked.map(Stream::of).orElseGet(() -> IntStream.rangeClosed(plan.baseYear(), plan.endYear())
                .mapToObj(year -> Period.of(String.valueOf(year))));
    }

    private static void write(Table table, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvLine.BYTE_ORDER_MARK + CsvLine.of(Fact.columns()));
        Iterator<Fact> facts = table.facts().iterator();
        while (facts.hasNext()) {
            writer.write(CsvLine.of(facts.next().cells().stream().map(String::valueOf).toList()));
        }
        writer.flush();
    }

    private static void fill(Table table, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Duibiao", "1.0")) {
            Worksheet sheet = book.newWorksheet("facts");
            List<String> columns = Fact.columns();
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            int line = 1;
            Iterator<Fact> facts = table.facts().iterator();
            while (facts.hasNext()) {
                List<Object> cells = facts.next().cells();
                for (int column = 0; column < cells.size(); column++) {
                    fill(sheet, line, column, cells.get(column));
                }
                if (line++ % FLUSHED_AFTER == 0) {
                    sheet.flush();
                }
            }
        }
    }

    /** Numbers and truths as such, all else as text, of which none runs as a formula. */
    private static void fill(Worksheet sheet, int line, int column, Object content) {
        if (content instanceof Quantity number) {
            sheet.value(line, column, number.number());
        } else if (content instanceof Boolean truth) {
            sheet.value(line, column, truth);
        } else if (!content.toString().isEmpty()) {
            sheet.value(line, column, CsvLine.prefixed(content.toString()));
        }
    }
}
