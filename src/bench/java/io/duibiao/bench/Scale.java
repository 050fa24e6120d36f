package io.duibiao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The full attainment of one plan and year in one answer, from a packaged service whose H2 folder holds 200 indicators and ten
 * years of values for as many regions as are named. Values go in by JDBC, not one by one through the API.
 */
public final class Scale {

    private static final int INDICATORS = 200;
    private static final int YEARS = 10;
    private static final int FIRST_YEAR = 2016;
    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final int regions;
    private final Path folder;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String root = "";

    private Scale(int regions) throws IOException {
        this.regions = regions;
        this.folder = Files.createTempDirectory("duibiao-scale");
    }

    public static void main(String[] arguments) throws Exception {
        for (String regions : arguments) {
            new Scale(Integer.parseInt(regions)).run();
        }
    }

    private void run() throws Exception {
        try {
            stop(start("-Xmx512m"));
            long filling = System.nanoTime();
            fill();
            System.out.printf("%d regions × %d indicators × %d years: %,d values written in %.0f s, %,d MB%n", regions, INDICATORS,
                    YEARS, (long) regions * INDICATORS * YEARS, seconds(filling), size() >> 20);
            Process service = start("-Xmx512m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + folder.resolve("gc.log"));
            try {
                ask(service);
            } finally {
                stop(service);
            }
            System.out.printf("  heap at most %d MB, of which %d MB lived through a collection%n", collected(1), collected(2));
        } finally {
            clear();
        }
    }

    private void ask(Process service) throws Exception {
        time("first question, the catalogue is read", "/plans/bench");
        for (int round = 1; round <= 2; round++) {
            Duration used = cpu(service);
            long began = System.nanoTime();
            long rows = 0;
            long characters = 0;
            HttpResponse<java.io.InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(root + "/attainment.ndjson?plan=bench&period=2023")).build(),
                    BodyHandlers.ofInputStream());
            double first = seconds(began);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    rows++;
                    characters += line.length();
                }
            }
            if (rows != (long) regions * INDICATORS) {
                throw new IllegalStateException(rows + " rows, HTTP " + answer.statusCode());
            }
            double seconds = seconds(began);
            double computed = cpu(service).minus(used).toMillis() / 1e3;
            System.out.printf("  full attainment: %,d rows in %.1f s (%.1f s of processor), %,.0f rows/s (%,.0f), %,d million "
                    + "characters, begins after %.1f s%n", rows, seconds, computed, rows / seconds, rows / computed,
                    characters / 1_000_000, first);
        }
        String page = "/attainment?plan=bench&period=2023&page%5Bsize%5D=200";
        time("first page of 200 rows", page);
        time("the same page again", page);
        time("one region, 200 rows", "/attainment?plan=bench&period=2023&region=bench-1");
        time("one scorecard", "/scorecards/bench/bench-1/2023");
        time("50 scorecards", "/scorecards/bench?period=2023&page%5Bsize%5D=50");
        time("one verdict", "/attainment/bench.1/bench-1/2023");
    }

    private void time(String what, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        System.out.printf("  %s: %.0f ms%n", what, 1000 * seconds(began));
    }

    /** The catalogue is made of entries of the seed under other codes, so that it has the shape that the service keeps. */
    private void fill() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("duibiao")
                + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE")) {
            database.setAutoCommit(false);
            Instant seeded = head(database);
            List<String> members = IntStream.rangeClosed(1, regions).mapToObj(region -> "bench-" + region).toList();
            catalogue(database, "PLAN", "nm-eep-14", List.of("bench"), seeded.plusSeconds(1), Map.of());
            catalogue(database, "REGION", "150100", members, seeded.plusSeconds(1), Map.of("\"level\":\"league\"",
                    "\"level\":\"banner\""));
            catalogue(database, "INDICATOR", "air-good-days", numbered("bench-"), seeded.plusSeconds(1), Map.of());
            catalogue(database, "GROUP", "hohhot-baotou-chifeng", List.of("bench-all"), seeded.plusSeconds(1),
                    Map.of("[\"150100\",\"150200\",\"150400\"]", quoted(members)));
            catalogue(database, "TARGET", "nm-eep-14.15", numbered("bench."), seeded.plusSeconds(1),
                    Map.of("\"plan\":\"nm-eep-14\"", "\"plan\":\"bench\"", "\"region\":\"150000\"", "\"region\":null",
                            "\"group\":null", "\"group\":\"bench-all\"", "\"indicator\":\"forest-cover\"",
                            "\"indicator\":\"bench-#\""));
            values(database, seeded.plusSeconds(2));
            try (PreparedStatement head = database.prepareStatement("update commit_head set recorded_at = ?")) {
                head.setObject(1, at(seeded.plusSeconds(2)));
                head.executeUpdate();
            }
            database.commit();
        }
    }

    private static List<String> numbered(String before) {
        return IntStream.rangeClosed(1, INDICATORS).mapToObj(number -> before + number).toList();
    }

    private static String quoted(List<String> codes) {
        return codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant head(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet head = statement.executeQuery("select recorded_at from commit_head")) {
            head.next();
            return head.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void catalogue(Connection database, String noun, String model, List<String> codes, Instant recordedAt,
            Map<String, String> changes) throws SQLException {
        String body;
        try (PreparedStatement read = database.prepareStatement(
                "select body from catalogue where noun = ? and code = ? order by revision desc")) {
            read.setString(1, noun);
            read.setString(2, model);
            try (ResultSet found = read.executeQuery()) {
                found.next();
                body = found.getString(1);
            }
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!body.contains(change.getKey())) {
                throw new IllegalStateException(change.getKey() + " is not in " + body);
            }
            body = body.replace(change.getKey(), change.getValue());
        }
        try (PreparedStatement insert = database.prepareStatement("insert into catalogue "
                + "(noun, code, revision, recorded_at, ordinal, author, reason, source, body) values (?,?,1,?,?,'bench','','',?)")) {
            for (String code : codes) {
                String number = code.replaceAll("\\D", "");
                insert.setString(1, noun);
                insert.setString(2, code);
                insert.setObject(3, at(recordedAt));
                insert.setInt(4, 1);
                insert.setString(5, body.replace('"' + model + '"', '"' + code + '"').replace("bench-#", "bench-" + number));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void values(Connection database, Instant recordedAt) throws SQLException {
        Random random = new Random(1);
        try (PreparedStatement insert = database.prepareStatement("insert into measurement (id, indicator, region, scope, period, "
                + "basis, base_year, revision, recorded_at, ordinal, author, reason, figure, amount, decimals, printed, status, source, "
                + "citations) values (?,?,?,'',?,'',0,1,?,?,'bench','','EXACT',?,1,?,'FINAL','年报','[]')")) {
            int number = 0;
            for (int region = 1; region <= regions; region++) {
                for (int indicator = 1; indicator <= INDICATORS; indicator++) {
                    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                        String value = "2" + random.nextInt(6) + "." + random.nextInt(10);
                        insert.setLong(1, 1_000_000L + number++);
                        insert.setString(2, "bench-" + indicator);
                        insert.setString(3, "bench-" + region);
                        insert.setString(4, String.valueOf(year));
                        insert.setObject(5, at(recordedAt));
                        insert.setInt(6, number);
                        insert.setBigDecimal(7, new java.math.BigDecimal(value));
                        insert.setString(8, value);
                        insert.addBatch();
                        if (number % BATCH == 0) {
                            insert.executeBatch();
                            database.commit();
                        }
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private Process start(String... options) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port),
                "DUIBIAO_DATA", folder.toString()));
        Path log = folder.resolve("log");
        Process service = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Instant until = Instant.now().plus(PATIENCE);
        while (!ready("http://127.0.0.1:" + port + "/q/health/ready")) {
            if (!service.isAlive() || Instant.now().isAfter(until)) {
                service.destroy();
                throw new IllegalStateException("the service did not start: " + Files.readString(log));
            }
            Thread.sleep(200);
        }
        root = "http://127.0.0.1:" + port + "/api/v1";
        return service;
    }

    private boolean ready(String health) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(health)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process service) throws InterruptedException {
        service.destroy();
        service.waitFor();
    }

    /** The greatest size of the heap, in MB, before or after a collection. */
    private int collected(int when) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("gc.log"))) {
            return lines.map(COLLECTED::matcher).filter(Matcher::find).mapToInt(sizes -> Integer.parseInt(sizes.group(when))).max()
                    .orElse(0);
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static Duration cpu(Process service) {
        return service.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
