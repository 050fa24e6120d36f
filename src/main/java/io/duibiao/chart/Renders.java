package io.duibiao.chart;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/** Keeps the pictures drawn at once, and with them the memory they take, within bounds. */
@Singleton
public class Renders {

    private static final int PATIENCE_SECONDS = 5;
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private final int atOnce;
    private final Semaphore free;

    /** As many as there are processors: more at once would be none the sooner done. */
    @Inject
    Renders(@ConfigProperty(name = "duibiao.charts.at-once") OptionalInt atOnce) {
        this(atOnce.orElse(Math.max(FEWEST, Math.min(MOST, Runtime.getRuntime().availableProcessors()))));
    }

    Renders(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce, true);
    }

    /** Something that takes much memory, beside which nothing is drawn. */
    public <T> T drawAlone(Supplier<T> drawing) {
        return draw(atOnce, drawing);
    }

    /**
     * A picture, which takes the same memory whatever its size.
     *
     * @throws ProblemException 503 with Retry-After when no place comes free within five seconds
     */
    <T> T draw(Supplier<T> drawing) {
        return draw(1, drawing);
    }

    /**
     * Several small pictures at once, or a large one: whoever reads one has all of its pixels.
     *
     * @throws ProblemException as drawing does
     */
    <T> T read(long pixels, Supplier<T> reading) {
        return draw(places(pixels), reading);
    }

    /** Of four places a picture of 1 million pixels takes one, one of 5 million three. */
    int places(long pixels) {
        return (int) Math.max(1, Math.min(atOnce, (pixels * atOnce + Canvas.GREATEST_AREA - 1) / Canvas.GREATEST_AREA));
    }

    private <T> T draw(int places, Supplier<T> drawing) {
        try {
            if (!free.tryAcquire(places, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return drawing.get();
        } finally {
            free.release(places);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(503, "TOO_MANY_RENDERS",
                        new Text("正在绘制或查验的图过多，请稍后再试", "Too many pictures are being drawn or read; try again shortly")),
                Map.of("Retry-After", String.valueOf(PATIENCE_SECONDS)));
    }
}
