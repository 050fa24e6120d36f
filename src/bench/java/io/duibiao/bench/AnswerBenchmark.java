package io.duibiao.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The 21 rows of table 1 as a caller gets them: over HTTP from the packaged service with its seed data. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class AnswerBenchmark {

    private static final int ATTEMPTS = 300;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String root = "";
    private Process service;

    @Setup
    public void start() throws IOException, InterruptedException {
        int port = freePort();
        root = "http://127.0.0.1:" + port;
        Path folder = Files.createTempDirectory("duibiao-bench");
        ProcessBuilder java = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx320m",
                "-XX:+UseSerialGC", "-jar", "target/quarkus-app/quarkus-run.jar");
        java.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        java.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        java.environment().put("DUIBIAO_DATA", folder.toString());
        service = java.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        for (int attempt = 0; !ready(); attempt++) {
            if (attempt == ATTEMPTS || !service.isAlive()) {
                throw new IllegalStateException("the service did not start: see " + folder.resolve("log"));
            }
            Thread.sleep(200);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @TearDown
    public void stop() throws InterruptedException {
        service.destroy();
        service.waitFor();
    }

    @Benchmark
    public String twentyOneRows() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/attainment?plan=nm-eep-14&region=150000&period=2020");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
