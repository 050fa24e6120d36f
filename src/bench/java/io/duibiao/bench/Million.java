package io.duibiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A file of a million values and all that can happen to it: a dry run, one fault at its end, a kill in the middle, a thousand
 * faults that are corrected and sent again. At the end every value is there, once.
 */
public final class Million {

    private static final int FAULTY = 1000;

    private final int rows;
    private final Path folder;

    private Million(int rows) throws IOException {
        this.rows = rows;
        this.folder = Files.createTempDirectory("duibiao-million");
    }

    /** How many rows. */
    public static void main(String... arguments) throws Exception {
        new Million(Integer.parseInt(arguments[0])).run();
    }

    private void run() throws Exception {
        Path data = folder.resolve("data");
        Sample sample;
        String killed;
        try (Packaged service = new Packaged(data)) {
            sample = Sample.of(service);
            Path good = sample.file(folder.resolve("good.csv"), 0, rows, 0);
            System.out.printf(Locale.ROOT, "%,d rows, %d MB%n", rows, Files.size(good) >> 20);
            expect(sent(service, "dry run", good, "?dryRun=true"), "DONE", rows, 0);
            expect(sent(service, "one fault in the last line", sample.file(folder.resolve("fault.csv"), 0, rows, 1), ""), "FAILED",
                    rows - 1, 1);
            absent(service, sample);
            killed = killed(service, good);
        }
        try (Packaged service = new Packaged(data)) {
            same("state of the killed one", "INTERRUPTED", Packaged.field(service.get("/api/v1/imports/" + killed), "state"));
            absent(service, sample);
            String partial = sent(service, "partial with " + FAULTY + " faults",
                    sample.file(folder.resolve("partial.csv"), 0, rows, FAULTY), "?mode=partial");
            expect(partial, "DONE", rows - FAULTY, FAULTY);
            Path corrected = corrected(service.get("/api/v1/imports/" + Packaged.field(partial, "id") + "/rejected.csv"));
            expect(sent(service, "the rejected lines, corrected", corrected, ""), "DONE", FAULTY, 0);
            for (int number : new int[] { 0, rows / 3, rows / 2, rows - FAULTY - 1 }) {
                Sample.Row row = sample.row(number);
                same(row.path(), row.value(), Packaged.field(service.get(row.path()), "value"));
            }
            same(sample.row(rows - 1).path(), "41.5", Packaged.field(service.get(sample.row(rows - 1).path()), "value"));
            long begun = System.nanoTime();
            same("integrity", "true", Packaged.field(service.get("/api/v1/admin/integrity"), "intact"));
            System.out.printf(Locale.ROOT, "the chain of commits is intact: checked in %.0f s%n", seconds(begun));
            System.out.println(service.largest());
        }
        same("rows in the table", String.valueOf(rows), String.valueOf(count(data)));
        System.out.println("every value is there, once");
    }

    private String sent(Packaged service, String what, Path file, String query) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long before = service.processor();
        TreeSet<String> seen = new TreeSet<>();
        String answer = service.send(file, query, standing -> seen.add(Packaged.field(standing, "phase") + ' '
                + Integer.parseInt(Packaged.field(standing, "rows")) * 10L / rows * 10 + '%'));
        System.out.printf(Locale.ROOT, "%s: %.1f s (%.1f s of processor); seen on the way: %s%n", what, seconds(begun),
                (service.processor() - before) / 1e3, seen);
        System.out.println("  " + service.largest());
        return answer;
    }

    /** Killed when half is recorded. */
    private String killed(Packaged service, Path file) throws InterruptedException {
        String[] id = { "" };
        Consumer<String> watch = standing -> {
            id[0] = Packaged.field(standing, "id");
            if (standing.contains("RECORDING") && Integer.parseInt(Packaged.field(standing, "rows")) > rows / 2) {
                service.kill();
            }
        };
        try {
            service.send(file, "", watch);
            throw new IllegalStateException("it was done before it could be killed");
        } catch (IOException e) {
            System.out.println("killed when half was recorded");
        }
        return id[0];
    }

    private void absent(Packaged service, Sample sample) throws IOException, InterruptedException {
        for (int number : new int[] { 0, rows / 4, rows - 1 }) {
            same(sample.row(number).path(), "404", String.valueOf(service.status(sample.row(number).path())));
        }
    }

    private Path corrected(String rejected) throws IOException {
        List<String> lines = rejected.lines().toList();
        same("rejected lines, and their header", String.valueOf(FAULTY + 1), String.valueOf(lines.size()));
        return Files.write(folder.resolve("corrected.csv"), lines.stream().map(line -> line.replace(",x,", ",41.5,")).toList());
    }

    private static void expect(String answer, String state, int accepted, int rejected) {
        same(answer.substring(0, Math.min(answer.length(), 1000)), state + ' ' + accepted + ' ' + rejected,
                String.join(" ", Packaged.field(answer, "state"), Packaged.field(answer, "accepted"),
                        Packaged.field(answer, "rejected")));
    }

    private static void same(String what, String expected, String found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + ": " + found + " instead of " + expected);
        }
    }

    private static long count(Path data) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("duibiao")
                + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE");
                ResultSet found = database.createStatement()
                        .executeQuery("select count(*) from measurement where author = 'admin' and revision = 1")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static double seconds(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) / 1e3;
    }
}
