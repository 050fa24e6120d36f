package io.duibiao.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

class LongAnswersTest {

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void anAnswerThatTakesFourIntervals() {
        Router router = Router.router(vertx);
        router.route().handler(new LongAnswers(Duration.ofMillis(50))::keepOpen);
        router.post("/api/v1/admin/restore").handler(routing -> readPieceByPiece(routing.request(),
                () -> vertx.setTimer(200, later -> routing.response().end("done"))));
        router.get("/api/v1/admin/export").handler(routing -> {
            routing.request().pause();
            vertx.setTimer(200, later -> routing.response().end("done"));
        });
        router.route().handler(routing -> routing.request().body()
                .onSuccess(read -> vertx.setTimer(200, later -> routing.response().end("done"))));
        HttpServer server = vertx.createHttpServer().requestHandler(router).listen(0).toCompletionStage()
                .toCompletableFuture().join();
        port = server.actualPort();
    }

    /** As a blocking stream reads it. */
    private static void readPieceByPiece(HttpServerRequest request, Runnable then) {
        request.pause().handler(piece -> request.fetch(1)).endHandler(end -> then.run());
        request.fetch(1);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String answer(String request, int timeout) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(timeout);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void interimResponsesGoBeforeALongAnswer() throws IOException {
        String answer = answer("GET /api/v1/admin/integrity HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 10_000);
        assertTrue(answer.startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100"), answer);
        assertTrue(answer.endsWith("done"), answer);
    }

    @Test
    void alsoWhileARequestIsHaltedAsItIsForAWorker() throws IOException {
        String answer = answer("GET /api/v1/admin/export HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 10_000);
        assertTrue(answer.startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100"), answer);
    }

    @Test
    void alsoWhenABodyWasReadPieceByPiece() throws IOException {
        String answer = answer("POST /api/v1/admin/restore HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: 5\r\n\r\nwhole", 10_000);
        assertTrue(answer.startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100"), answer);
        assertTrue(answer.endsWith("done"), answer);
    }

    @Test
    void otherAnswersHaveNone() throws IOException {
        String answer = answer("GET /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 10_000);
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertFalse(answer.contains("Continue"), answer);
    }

    @Test
    void whoDoesNotSendHisBodyIsNotWaitedFor() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("POST /api/v1/admin/restore HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }
}
