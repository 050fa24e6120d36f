package io.duibiao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The full attainment of one plan and year in one answer, from a packaged service that holds 200 indicators and ten years of
 * values for as many regions as are named. What it holds is restored by {@code POST /admin/restore}, in one commit a year, and
 * kept for the next run.
 */
public final class Scale {

    private static final int INDICATORS = 200;
    private static final int YEARS = 10;
    private static final int FIRST_YEAR = 2016;
    private static final String PASSWORD = "benchmark benchmark";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");
    private static final Path KEPT = Path.of("target/scale");

    private final int regions;
    private final boolean own;
    private final Path folder;
    private String root = "";

    /** @param size regions, with {@code own} behind it where each has targets of its own and no group shares them */
    private Scale(String size) {
        this.own = size.endsWith("own");
        this.regions = Integer.parseInt(size.replace("own", ""));
        this.folder = KEPT.resolve(size);
    }

    public static void main(String[] sizes) throws Exception {
        for (String size : sizes) {
            new Scale(size).run();
        }
    }

    private void run() throws Exception {
        Path filled = folder.resolve("filled");
        if (!Files.exists(filled)) {
            fill();
            Files.createFile(filled);
        }
        System.out.printf("%,d regions × %d indicators × %d years%s, %,d MB on disk%n", regions, INDICATORS, YEARS,
                own ? ", each region with targets of its own" : "", size() >> 20);
        long starting = System.nanoTime();
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + folder.resolve("gc.log")));
        options.addAll(List.of(System.getProperty("scale.options", "").split(" ")));
        Process service = start(options);
        try {
            System.out.printf("  started in %.1f s (%.1f s of processor)%n", seconds(starting), cpu(service).toMillis() / 1e3);
            ask(service);
            System.out.printf("  heap at most %d MB, of which %d MB lived through a collection; resident at most %s%n", collected(1),
                    collected(2), resident(service));
        } finally {
            stop(service);
        }
    }

    private void ask(Process service) throws Exception {
        time("first question, the catalogue is read", "/plans/bench");
        for (int round = 1; round <= 2; round++) {
            full(service);
        }
        String page = "/attainment?plan=bench&period=2023&page%5Bsize%5D=200";
        time("first page of 200 rows", page);
        time("the same page again", page);
        time("one region, 200 rows", "/attainment?plan=bench&period=2023&region=bench-1");
        time("one scorecard", "/scorecards/bench/bench-1/2023");
        time("50 scorecards", "/scorecards/bench?period=2023&page%5Bsize%5D=50");
        time("one verdict", "/attainment/bench.1/bench-1/2023");
        time("first page of 200 values of all", "/measurements?page%5Bsize%5D=200");
        time("first page of 200 values of a year", "/measurements?period=2023&page%5Bsize%5D=200");
    }

    private void full(Process service) throws IOException {
        Duration used = cpu(service);
        long began = System.nanoTime();
        long rows = 0;
        long characters = 0;
        HttpURLConnection asked = (HttpURLConnection) URI.create(root + "/attainment.ndjson?plan=bench&period=2023").toURL()
                .openConnection();
        double first = 0;
        double silence = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(asked.getInputStream(), StandardCharsets.UTF_8))) {
            first = seconds(began);
            long last = System.nanoTime();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                silence = Math.max(silence, seconds(last));
                last = System.nanoTime();
                rows++;
                characters += line.length();
            }
        }
        if (rows != (long) regions * INDICATORS) {
            throw new IllegalStateException(rows + " rows, HTTP " + asked.getResponseCode());
        }
        double seconds = seconds(began);
        double computed = cpu(service).minus(used).toMillis() / 1e3;
        System.out.printf("  full attainment: %,d rows in %.1f s (%.1f s of processor), %,.0f rows/s (%,.0f), %,d million "
                + "characters, begins after %.1f s, silent for at most %.1f s%n", rows, seconds, computed, rows / seconds,
                rows / computed, characters / 1_000_000, first, silence);
    }

    private void time(String what, String path) throws IOException {
        long began = System.nanoTime();
        HttpURLConnection asked = (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        try (InputStream answer = asked.getInputStream()) {
            answer.readAllBytes();
        }
        System.out.printf("  %s: %.0f ms%n", what, 1000 * seconds(began));
    }

    /** What a fresh service exports, and behind it a catalogue and a commit of values for each year. */
    private void fill() throws Exception {
        Files.createDirectories(folder);
        Path export = folder.resolve("filling.ndjson");
        Process service = start(List.of("-Xmx512m"));
        try {
            List<String> lines;
            HttpURLConnection exporting = (HttpURLConnection) URI.create(root + "/admin/export").toURL().openConnection();
            exporting.setRequestProperty("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
            try (InputStream seeded = exporting.getInputStream()) {
                lines = new String(seeded.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            }
            try (Export to = new Export(export, lines)) {
                write(to, lines);
            }
            long began = System.nanoTime();
            Process restoring = new ProcessBuilder("curl", "-sSf", "-u", "admin:" + PASSWORD, "-X", "POST", "-T", export.toString(), "-H",
                    "Content-Type: application/x-ndjson", root + "/admin/restore").inheritIO().start();
            if (restoring.waitFor() != 0) {
                throw new IllegalStateException("not restored");
            }
            System.out.printf("%,d values restored in %.0f s (%.0f s of processor) from %,d MB%n",
                    (long) regions * INDICATORS * YEARS, seconds(began), cpu(service).toMillis() / 1e3, Files.size(export) >> 20);
        } finally {
            stop(service);
            Files.deleteIfExists(export);
        }
    }

    /** The catalogue is made of entries of the seed under other codes, so that it has the shape that the service keeps. */
    private void write(Export to, List<String> seeded) throws IOException {
        List<String> members = numbered("bench-", regions);
        int targets = own ? regions * INDICATORS : INDICATORS;
        to.commit(1 + regions + INDICATORS + 1 + targets, add -> {
            copies(seeded, "plan", "nm-eep-14", List.of("bench"), Map.of(), add);
            copies(seeded, "region", "150100", members, Map.of("\"level\":\"league\"", "\"level\":\"banner\""), add);
            copies(seeded, "indicator", "air-good-days", numbered("bench-", INDICATORS), Map.of(), add);
            copies(seeded, "group", "hohhot-baotou-chifeng", List.of("bench-all"),
                    Map.of("[\"150100\",\"150200\",\"150400\"]", quoted(members)), add);
            for (int number = 1; number <= targets; number++) {
                String place = own ? "\"bench-" + (1 + (number - 1) / INDICATORS) + '"' : "null";
                copies(seeded, "target", "nm-eep-14.15", List.of("bench." + number),
                        Map.of("\"plan\":\"nm-eep-14\"", "\"plan\":\"bench\"", "\"region\":\"150000\"", "\"region\":" + place,
                                "\"group\":null", own ? "\"group\":null" : "\"group\":\"bench-all\"",
                                "\"indicator\":\"forest-cover\"", "\"indicator\":\"bench-" + (1 + (number - 1) % INDICATORS) + '"'),
                        add);
            }
        });
        Random random = new Random(1);
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            int reported = year;
            to.commit(regions * INDICATORS, add -> {
                for (int region = 1; region <= regions; region++) {
                    for (int indicator = 1; indicator <= INDICATORS; indicator++) {
                        add.accept(value("bench-" + indicator, "bench-" + region, reported,
                                "2" + random.nextInt(6) + "." + random.nextInt(10)));
                    }
                }
            });
        }
    }

    private static List<String> numbered(String before, int most) {
        return IntStream.rangeClosed(1, most).mapToObj(number -> before + number).toList();
    }

    private static String quoted(List<String> codes) {
        return codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static void copies(List<String> seeded, String kind, String model, List<String> codes, Map<String, String> changes,
            Consumer<String> add) {
        String line = seeded.stream().filter(entry -> entry.startsWith("{\"kind\":\"" + kind + "\",\"key\":\"" + model + "\""))
                .findFirst().orElseThrow().replace("\"author\":\"seed\"", "\"author\":\"bench\"");
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!line.contains(change.getKey())) {
                throw new IllegalStateException(change.getKey() + " is not in " + line);
            }
            line = line.replace(change.getKey(), change.getValue());
        }
        for (String code : codes) {
            add.accept(line.replace('"' + model + '"', '"' + code + '"'));
        }
    }

    private static String value(String indicator, String region, int year, String value) {
        return "{\"kind\":\"measurement\",\"key\":\"" + indicator + '/' + region + '/' + year
                + "\",\"revision\":1,\"author\":\"bench\",\"reason\":\"\",\"content\":{\"indicator\":\"" + indicator
                + "\",\"region\":\"" + region + "\",\"period\":\"" + year
                + "\",\"scope\":\"\",\"basis\":\"\",\"baseYear\":0,\"figure\":\"EXACT\",\"value\":" + value + ",\"printed\":\""
                + value + "\",\"status\":\"FINAL\",\"source\":\"年报\",\"note\":null,\"derived\":null,\"citations\":[]}}";
    }

    /** Goes on where the history of an export ends, with digests as history.Link describes them, and leaves the audit log out. */
    private static final class Export implements AutoCloseable {

        private static final Pattern TOTAL = Pattern
                .compile("\\{\"commits\":(\\d+),\"entries\":(\\d+),\"digest\":\"(\\w+)\"}");

        private final OutputStream to;
        private Instant recordedAt;
        private String digest;
        private int commits;
        private long entries;

        Export(Path file, List<String> lines) throws IOException {
            int end = IntStream.range(0, lines.size()).filter(line -> TOTAL.matcher(lines.get(line)).matches()).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no export"));
            Matcher total = TOTAL.matcher(lines.get(end));
            total.matches();
            commits = Integer.parseInt(total.group(1));
            entries = Long.parseLong(total.group(2));
            digest = total.group(3);
            recordedAt = lines.subList(0, end).stream().filter(line -> line.startsWith("{\"recordedAt\":")).map(line -> line.split("\"")[3])
                    .map(Instant::parse).reduce((first, last) -> last).orElseThrow();
            to = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            line(lines.get(0).replace("\"duibiaoExport\":2", "\"duibiaoExport\":1"));
            for (String line : lines.subList(1, end)) {
                line(line);
            }
        }

        /** The digest comes before the entries that it covers, so they are written twice: once to be digested. */
        void commit(int count, Consumer<Consumer<String>> adding) throws IOException {
            recordedAt = recordedAt.plusSeconds(1);
            Path part = Files.createTempFile("duibiao-scale", ".ndjson");
            MessageDigest forging = sha256();
            forging.update((digest + '\n' + recordedAt + '\n').getBytes(StandardCharsets.UTF_8));
            try (OutputStream waiting = new java.io.BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                adding.accept(line -> {
                    byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
                    forging.update(bytes);
                    try {
                        waiting.write(bytes);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
            digest = HexFormat.of().formatHex(forging.digest());
            commits++;
            entries += count;
            line("{\"recordedAt\":\"" + recordedAt + "\",\"entries\":" + count + ",\"digest\":\"" + digest + "\"}");
            Files.copy(part, to);
            Files.delete(part);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private void line(String line) throws IOException {
            to.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            line("{\"commits\":" + commits + ",\"entries\":" + entries + ",\"digest\":\"" + digest + "\"}");
            to.close();
        }
    }

    private Process start(List<String> options) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        options.stream().filter(option -> !option.isEmpty()).forEach(command::add);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port),
                "DUIBIAO_DATA", folder.toString(), "DUIBIAO_ADMIN_PASSWORD", PASSWORD));
        Path log = folder.resolve("log");
        Process service = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Instant until = Instant.now().plus(PATIENCE);
        while (!ready("http://127.0.0.1:" + port + "/q/health/ready")) {
            if (!service.isAlive() || Instant.now().isAfter(until)) {
                service.destroy();
                throw new IllegalStateException("the service did not start: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        root = "http://127.0.0.1:" + port + "/api/v1";
        return service;
    }

    private static boolean ready(String health) {
        try {
            return ((HttpURLConnection) URI.create(health).toURL().openConnection()).getResponseCode() == 200;
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

    /** As Linux tells it. */
    private static String resident(Process service) throws IOException {
        Path status = Path.of("/proc/" + service.pid() + "/status");
        if (!Files.exists(status)) {
            return "(not told)";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM")).map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst().orElse("(not told)");
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static Duration cpu(Process service) {
        return service.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
