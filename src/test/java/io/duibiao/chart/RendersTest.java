package io.duibiao.chart;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RendersTest {

    @Inject
    Renders renders;

    @Test
    void aLargePictureTakesThePlacesOfSeveralSmallOnes() {
        Renders four = new Renders(4);
        assertEquals(List.of(1, 1, 1, 2, 3, 4, 4), List.of(four.places(0), four.places(810_000), four.places(2_000_000),
                four.places(2_000_001), four.places(5_000_000), four.places(8_000_000), four.places(80_000_000)));
        assertEquals(1, new Renders(1).places(8_000_000));
    }

    @Test
    void whoeverWaitsTooLongIsToldWhenToComeBack() throws Exception {
        CountDownLatch drawing = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> renders.drawAlone(() -> {
            drawing.countDown();
            return await(asked);
        }));
        await(drawing);
        try {
            List<String> paths = List.of("charts/bullet.png?plan=nm-eep-14&region=150000&period=2020&width=1313",
                    "charts/trend.svg?region=150000&indicator=forest-cover&period=2020&width=1313",
                    "briefings/nm-eep-14/150200/2020.docx");
            List<CompletableFuture<Void>> answers = paths.stream().map(path -> CompletableFuture
                    .runAsync(() -> given().get("/api/v1/" + path).then().statusCode(503).header("Retry-After", "5")
                            .contentType("application/problem+json").body("type", endsWith("too-many-renders"))))
                    .toList();
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
        } finally {
            asked.countDown();
        }
        assertEquals(true, other.get());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
