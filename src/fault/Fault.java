import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the packaged service, does to it what happens to machines, and compares what was answered with what is there. It
 * listens on loopback, and ends only the process that it started.
 */
public final class Fault {

    private static final String PASSWORD = "correct horse 1";
    private static final String[] LEAGUES = { "150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800" };
    private static final int ROWS = 40;

    private final Path data;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process service;

    private Fault(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        Fault fault = new Fault(data);
        Runtime.getRuntime().addShutdownHook(new Thread(fault::kill));
        boolean well = args[0].equals("kill") ? fault.killInALoop(Integer.parseInt(args[2])) : fault.fillTheDisk();
        fault.kill();
        System.exit(well ? 0 : 1);
    }

    // The service

    private void start() throws Exception {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx320m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "target/quarkus-app/quarkus-run.jar");
        java.environment().putAll(Map.of("DUIBIAO_DATA", data.toString(), "DUIBIAO_ADMIN_PASSWORD", PASSWORD,
                "QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", String.valueOf(port), "DUIBIAO_FLOOD_PER_SECOND",
                "100000", "DUIBIAO_FLOOD_BURST", "100000"));
        java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of(data + ".log").toFile()));
        service = java.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (status("/q/health/ready") != 200) {
            if (System.nanoTime() > deadline || !service.isAlive()) {
                throw new IllegalStateException("the service does not start; see " + data + ".log");
            }
            Thread.sleep(100);
        }
    }

    /** SIGKILL: nothing of it runs any more. */
    private synchronized void kill() {
        if (service != null) {
            service.destroyForcibly();
            service.onExit().join();
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30)).header("Accept-Language", "en").header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return http.send(headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** 0 where there is no answer. */
    private int status(String path) throws InterruptedException {
        try {
            return send("GET", path, "").statusCode();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    /** The answer to a request that is sent again, the same, until it has one. */
    private HttpResponse<String> insist(String method, String path, String body, String... headers)
            throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = send(method, path, body, headers);
                if (answer.statusCode() < 500 && answer.statusCode() != 409) {
                    return answer;
                }
                retried.incrementAndGet();
            } catch (IOException noAnswer) {
                retried.incrementAndGet();
            }
            Thread.sleep(100);
        }
    }

    // Killed while it writes

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final List<String> wrong = new ArrayList<>();
    private volatile boolean writing = true;

    private boolean killInALoop(int kills) throws Exception {
        start();
        Map<String, List<Integer>> promised = new ConcurrentHashMap<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String league = LEAGUES[i];
            writers.add(new Thread(() -> guarded(() -> writeSingles(league, promised))));
        }
        for (int i = 4; i < 6; i++) {
            String league = LEAGUES[i];
            writers.add(new Thread(() -> guarded(() -> writeFiles(league, promised))));
        }
        writers.forEach(Thread::start);
        Random chance = new Random(kills);
        for (int i = 0; i < kills; i++) {
            awaitAnswers(10 + chance.nextInt(100));
            Thread.sleep(chance.nextInt(50));
            kill();
            start();
        }
        awaitAnswers(10);
        writing = false;
        for (Thread writer : writers) {
            writer.join();
        }
        // What was answered last may not have been there when the process ended, so it ends once more.
        kill();
        start();
        compare(promised);
        System.out.printf("%d kills, %d requests answered, %d sent again, %d values promised, %d wrong%n", kills, answered.get(),
                retried.get(), promised.size(), wrong.size());
        wrong.stream().limit(20).forEach(System.out::println);
        return wrong.isEmpty() && promised.size() > kills;
    }

    /** So that a kill comes amid the work on a slow machine too. */
    private void awaitAnswers(int more) throws InterruptedException {
        int enough = answered.get() + more;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (answered.get() < enough && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (InterruptedException | RuntimeException e) {
            synchronized (wrong) {
                wrong.add(e.toString());
            }
        }
    }

    /** Each value is created and changed twice; a request without an answer is sent again as it was. */
    private void writeSingles(String league, Map<String, List<Integer>> promised) throws InterruptedException {
        for (int month = 0; writing; month++) {
            String place = "/api/v1/measurements/forest-cover/" + league + "/" + period(month);
            List<Integer> values = new ArrayList<>();
            String etag = "";
            for (int revision = 0; revision < 3; revision++) {
                int value = (month + revision) % 100;
                String body = "{\"value\":" + value + ",\"source\":\"fault\",\"reason\":\"r" + revision + "\"}";
                HttpResponse<String> answer = etag.isEmpty() ? insist("PUT", place, body, "Content-Type", "application/json")
                        : insist("PUT", place, body, "Content-Type", "application/json", "If-Match", etag);
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException(place + ": " + answer.statusCode() + " " + answer.body());
                }
                answered.incrementAndGet();
                values.add(value);
                promised.put(place, List.copyOf(values));
                etag = answer.headers().firstValue("ETag").orElseThrow();
            }
        }
    }

    /** A file without an answer is sent again under the same key. */
    private void writeFiles(String league, Map<String, List<Integer>> promised) throws InterruptedException {
        for (int file = 0; writing && (file + 1) * ROWS < 900; file++) {
            StringBuilder csv = new StringBuilder("indicator,region,period,value,source\n");
            Map<String, List<Integer>> rows = new TreeMap<>();
            for (int row = 0; row < ROWS; row++) {
                int month = file * ROWS + row;
                csv.append("forest-cover,").append(league).append(',').append(period(month)).append(',').append(month % 100)
                        .append(",fault\n");
                rows.put("/api/v1/measurements/forest-cover/" + league + "/" + period(month), List.of(month % 100));
            }
            HttpResponse<String> answer = insist("POST", "/api/v1/measurements:import", csv.toString(), "Content-Type",
                    "text/csv; charset=utf-8", "Idempotency-Key", UUID.randomUUID().toString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\":" + ROWS)) {
                throw new IllegalStateException("import: " + answer.statusCode() + " " + answer.body());
            }
            answered.incrementAndGet();
            promised.putAll(rows);
        }
    }

    private static String period(int month) {
        return "%d-%02d".formatted(1949 + month / 12, 1 + month % 12);
    }

    private static final Pattern REVISION = Pattern.compile("\"value\":(\\d+)[^{}]*?\"source\":\"fault\"");

    private void compare(Map<String, List<Integer>> promised) throws Exception {
        for (Map.Entry<String, List<Integer>> value : new TreeMap<>(promised).entrySet()) {
            HttpResponse<String> answer = send("GET", value.getKey() + "/revisions", "");
            List<Integer> found = new ArrayList<>();
            Matcher revision = REVISION.matcher(answer.body());
            while (revision.find()) {
                found.add(Integer.valueOf(revision.group(1)));
            }
            if (!found.equals(value.getValue())) {
                wrong.add(value.getKey() + ": answered " + value.getValue() + ", there are " + found + " (" + answer.statusCode()
                        + ")");
            }
        }
    }

    // The disk runs full

    private boolean fillTheDisk() throws Exception {
        start();
        Map<String, List<Integer>> promised = new ConcurrentHashMap<>();
        Path ballast = data.resolve("ballast");
        put(0, promised);
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            byte[] block = new byte[64 * 1024];
            while (Files.getFileStore(data).getUsableSpace() > 256 * 1024) {
                file.write(block);
            }
        }
        int month = 1;
        int status = 201;
        while (status == 201 && month < 900) {
            status = put(month++, promised);
        }
        expect("a write on a full disk", 507, status);
        expect("a read on a full disk", 200, status("/api/v1/measurements/forest-cover/150100/1949-01"));
        expect("liveness on a full disk", 200, status("/q/health/live"));
        System.out.println("readiness on a full disk: " + status("/q/health/ready"));
        Files.delete(ballast);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int healed = put(month, promised);
        while (healed / 100 != 2 && System.nanoTime() < deadline) {
            Thread.sleep(200);
            healed = put(month, promised);
        }
        expect("a write when there is room again", 201, healed);
        expect("readiness when there is room again", 200, status("/q/health/ready"));
        kill();
        start();
        compare(promised);
        System.out.printf("%d values answered around the full disk, %d wrong%n", promised.size(), wrong.size());
        wrong.forEach(System.out::println);
        return wrong.isEmpty();
    }

    private void expect(String what, int wanted, int found) {
        System.out.println(what + ": " + found);
        if (wanted != found) {
            wrong.add(what + ": " + found + " instead of " + wanted);
        }
    }

    private int put(int month, Map<String, List<Integer>> promised) throws Exception {
        String place = "/api/v1/measurements/forest-cover/150100/" + period(month);
        int status = send("PUT", place, "{\"value\":" + month % 100 + ",\"source\":\"fault\",\"note\":\"" + "note ".repeat(160) + "\"}",
                "Content-Type", "application/json").statusCode();
        if (status / 100 == 2) {
            promised.put(place, List.of(month % 100));
        }
        return status;
    }
}
