package io.duibiao.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A file of values sent to the packaged service, against the same rows put into the same table by bare JDBC in batches of 1 000:
 * both in one transaction, both on disk at the end, both with 512 MB of heap. Each does it in a new process, which has taken
 * other rows before, so that it is compiled: untimed, unless none are asked for.
 */
public final class ImportRatio {

    private static final int BATCH = 1000;
    private static final String INSERT = "insert into measurement (id, indicator, region, scope, period, basis, base_year, "
            + "revision, recorded_at, ordinal, author, reason, figure, amount, decimals, printed, status, source, note, derived, "
            + "citations, act, flags) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private ImportRatio() {
    }

    /** In milliseconds; processor time tells more where the machine has other work. */
    private record Taken(long wall, long processor) {

        String shown(int rows) {
            return String.format(Locale.ROOT, "%.1f s (%d rows/s, %.1f s of processor)", wall / 1e3, rows * 1000L / wall,
                    processor / 1e3);
        }
    }

    /** Rows, rounds, and how many rows each process takes before. */
    public static void main(String... arguments) throws Exception {
        if (arguments[0].equals("bare")) {
            bare(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                    new Sample(List.of(arguments[4].split(","))));
            return;
        }
        int rows = Integer.parseInt(arguments[0]);
        int before = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("duibiao-import");
        Path empty = folder.resolve("empty");
        Sample sample;
        try (Packaged service = new Packaged(empty)) {
            sample = Sample.of(service);
        }
        Path first = sample.file(folder.resolve("before.csv"), 0, before, 0);
        Path file = sample.file(folder.resolve("values.csv"), before, before + rows, 0);
        System.out.printf(Locale.ROOT, "%,d rows, %d MB, after %,d others%n", rows, Files.size(file) >> 20, before);
        for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
            Taken bare = bareInOwnProcess(copy(empty, folder.resolve("bare" + round)), before, rows, sample);
            Taken taken = imported(copy(empty, folder.resolve("import" + round)), first, before, file, rows);
            System.out.printf(Locale.ROOT, "round %d: bare %s, import %s, ratio %.2f (of processor time %.2f)%n", round,
                    bare.shown(rows), taken.shown(rows), (double) bare.wall() / taken.wall(),
                    (double) bare.processor() / taken.processor());
        }
    }

    private static Path copy(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        return Files.copy(folder.resolve("duibiao.mv.db"), to.resolve("duibiao.mv.db")).getParent();
    }

    private static Taken bareInOwnProcess(Path folder, int before, int rows, Sample sample) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Packaged.java(), "-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                ImportRatio.class.getName(), "bare", folder.toString(), String.valueOf(before), String.valueOf(rows),
                String.join(",", sample.indicators())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        process.waitFor();
        return new Taken(Long.parseLong(said[0]), Long.parseLong(said[1]));
    }

    private static long processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static void bare(Path folder, int before, int rows, Sample sample) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("duibiao")
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            insert(connection, 0, before, sample);
            long begun = System.nanoTime();
            long processor = processor();
            insert(connection, before, before + rows, sample);
            System.out.println(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) + " " + (processor() - processor));
        }
    }

    private static void insert(Connection connection, int from, int to, Sample sample) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int number = from; number < to; number++) {
                Sample.Row row = sample.row(number);
                Object[] cells = { 1_000_000L + number, row.indicator(), row.region(), "", row.period(), "", 0, 1, now,
                        number + 1, "admin", "", "EXACT", new BigDecimal(row.value()), 1, row.value(), "PROVISIONAL", "盟市月报",
                        null, null, "[]", "SENT", "[]" };
                for (int cell = 0; cell < cells.length; cell++) {
                    insert.setObject(cell + 1, cells[cell]);
                }
                insert.addBatch();
                if (number % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        try (Statement sync = connection.createStatement()) {
            sync.execute("CHECKPOINT SYNC");
        }
    }

    private static Taken imported(Path folder, Path first, int before, Path file, int rows)
            throws IOException, InterruptedException {
        try (Packaged service = new Packaged(folder)) {
            if (before > 0) {
                imported(service, first, before);
            }
            return imported(service, file, rows);
        }
    }

    private static Taken imported(Packaged service, Path file, int rows) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long before = service.processor();
        String answer = service.send(file, "", standing -> {
        });
        Taken taken = new Taken(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), service.processor() - before);
        if (!Packaged.field(answer, "state").equals("DONE")
                || !Packaged.field(answer, "accepted").equals(String.valueOf(rows))) {
            throw new IllegalStateException(answer.substring(0, Math.min(answer.length(), 2000)));
        }
        return taken;
    }
}
