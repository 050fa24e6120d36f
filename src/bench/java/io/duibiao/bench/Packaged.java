package io.duibiao.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged service with 512 MB of heap on a folder of its own, as its administrator meets it. */
final class Packaged implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PASSWORD = "correct horse battery 1";
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final String root;
    private final Process process;

    Packaged(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        root = "http://127.0.0.1:" + port;
        ProcessBuilder java = new ProcessBuilder(java(), "-Xmx512m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + folder.resolve("gc.log"), "-jar",
                System.getProperty("app", "target/quarkus-app") + "/quarkus-run.jar");
        java.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        java.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        java.environment().put("DUIBIAO_DATA", folder.toString());
        java.environment().put("DUIBIAO_ADMIN_PASSWORD", PASSWORD);
        process = java.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        Instant until = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                process.destroy();
                throw new IllegalStateException("the service did not start: " + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(200);
        }
    }

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private boolean ready() throws InterruptedException {
        try {
            return client.send(request("/q/health/ready").build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    int status(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.discarding()).statusCode();
    }

    /** How the import of a file stands, again and again while it runs. */
    String send(Path file, String query, Consumer<String> watch) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/measurements:import" + query).header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofFile(file)).build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        String place = "/api/v1/imports/" + field(answer, "id");
        while (field(answer, "state").equals("RUNNING")) {
            watch.accept(answer);
            Thread.sleep(100);
            answer = get(place);
        }
        return answer;
    }

    /** The first field of that name in an answer. */
    static String field(String answer, String name) {
        Matcher field = Pattern.compile('"' + name + "\":\"?([^\",}]*)").matcher(answer);
        if (!field.find()) {
            throw new IllegalStateException("no " + name + " in " + answer.substring(0, Math.min(answer.length(), 2000)));
        }
        return field.group(1);
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Basic " + login);
    }

    long processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    /** As the kernel of Linux keeps it. */
    String largest() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        String resident = !Files.exists(status) ? "not known here"
                : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("")
                        .replaceAll("\\s+", " ");
        return "resident " + resident + ", heap before a collection at most " + collected(1) + " MB, after one " + collected(2)
                + " MB";
    }

    private int collected(int when) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("gc.log"))) {
            return lines.map(COLLECTED::matcher).filter(Matcher::find).mapToInt(sizes -> Integer.parseInt(sizes.group(when)))
                    .max().orElse(0);
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
