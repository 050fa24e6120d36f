package io.duibiao.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.zip.Deflater;

import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;

import io.duibiao.core.Language;
import io.duibiao.core.Region;
import io.duibiao.core.Text;

/**
 * CPU time and bytes of one chart of 24 bars at 1200 × 675, by the ways that there are, each in its turn and again and again,
 * so that what else the machine does falls on all of them.
 */
final class ChartCosts {

    private static final int ROUNDS = 15;
    private static final int IN_A_ROUND = 20;
    /** Of processor time, for each way: what is laid out once a chart is slow to be compiled. */
    private static final long WARM_UP_NANOS = 10_000_000_000L;
    private static final String OURS = "ours: laid out, drawn, sealed, encoded";
    private static final String DOCUMENTED = "the same picture, ChartUtils.writeChartAsPNG";
    private static final String TUNED = "tuned drawing and fastest encoder, nothing else";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ChartCosts() {
    }

    public static void main(String[] arguments) throws IOException {
        Regions regions = regions();
        Chart chart = new RankingChart(regions);
        Look look = new Look(Language.ZH, Theme.LIGHT, new Canvas(1200, OptionalInt.of(675), 1));
        Picture laidOut = Picture.of(chart, look);
        Pixels pixels = Png.pixels(laidOut);
        byte[] rows = pixels.rows();
        SealKeyRow key = SealKeyRow.of(1, new byte[32]);
        Files.write(Path.of(arguments[0], "ours.png"), whole(chart, look, key));
        Files.write(Path.of(arguments[0], "documented.png"), documented(documented(regions)));

        Map<String, Supplier<byte[]>> ways = new LinkedHashMap<>();
        ways.put(OURS, () -> whole(chart, look, key));
        ways.put(DOCUMENTED, () -> documented(asWords(laidOut)));
        JFreeChart bars = documented(regions);
        ways.put("a bar chart of ChartFactory, ChartUtils.writeChartAsPNG", () -> documented(bars));
        ways.put("ours without seal and digest", () -> Png.of(Picture.of(chart, look)));
        ways.put(TUNED, () -> Png.of(laidOut));
        ways.put("tuned drawing by itself", () -> drawn(laidOut));
        ways.put("colours numbered, by itself", () -> numbered(laidOut));
        ways.put("our encoder by itself", () -> Png.written(pixels, Map.of()));
        ways.put("zlib's fastest level by itself", () -> zlib(rows));
        report(ways);
    }

    private static Regions regions() {
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (Region league : KindSamples.leagues()) {
                regions.add(new Region(league.code() + i, i == 0 ? league.name()
                        : new Text(league.shortName() + "（市本级）", league.name().en() + " proper"), league.shortName(), "league",
                        league.parent()));
            }
        }
        String[] values = new String[regions.size()];
        Arrays.setAll(values, i -> String.valueOf(12 + i * 17 % 60 + i / 10.0));
        return KindSamples.regions(region -> Samples.row("rural-sewage-treatment", "农村生活污水治理率", "Treatment of rural sewage", "%")
                .target("≥25").baseline("15"), regions, values);
    }

    /** Everything that a request for a picture does after its figures are read, but for the key's own query. */
    private static byte[] whole(Chart chart, Look look, SealKeyRow key) {
        Picture picture = Picture.of(chart, look);
        Pixels pixels = Png.pixels(picture);
        Stamp stamp = new Stamp(picture.title(), "/api/v1/charts/ranking.png", Samples.AS_OF, Facts.of(chart).digest(), "bench");
        return Png.written(pixels, Seal.sealed(key, pixels, stamp));
    }

    private static JFreeChart documented(Regions regions) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        for (Place place : regions.places()) {
            place.actual().ifPresent(actual -> values.addValue(actual.value(), "2023", place.region().name().zh()));
        }
        return ChartFactory.createBarChart(regions.indicator().name().zh(), "", "%", values, PlotOrientation.HORIZONTAL, false,
                false, false);
    }

    /** As charts are drawn by the book: letters by drawString. */
    private static JFreeChart asWords(Picture picture) {
        JFreeChart chart = picture.framed();
        chart.setBackgroundPaint(Theme.LIGHT.paper);
        chart.getRenderingHints().put(Setting.HINT, (Setting) (g, words, font, x, baseline) -> {
            g.setFont(font);
            g.drawString(words, (float) x, (float) baseline);
        });
        return chart;
    }

    private static byte[] documented(JFreeChart chart) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ChartUtils.writeChartAsPNG(file, chart, 1200, 675);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] drawn(Picture picture) {
        return new byte[Png.image(picture).getWidth() / 1200];
    }

    private static byte[] numbered(Picture picture) {
        BufferedImage image = Png.image(picture);
        return Palette.reduced(Palette.Sheet.of(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), image.getWidth(),
                image.getHeight())).rows();
    }

    private static byte[] zlib(byte[] rows) {
        Deflater zlib = new Deflater(Deflater.BEST_SPEED);
        zlib.setInput(rows);
        zlib.finish();
        byte[] packed = new byte[rows.length];
        int length = zlib.deflate(packed);
        zlib.end();
        return Arrays.copyOf(packed, length);
    }

    private static void report(Map<String, Supplier<byte[]>> ways) {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (Supplier<byte[]> way : ways.values()) {
            for (long begin = THREADS.getCurrentThreadCpuTime(); THREADS.getCurrentThreadCpuTime() - begin < WARM_UP_NANOS;) {
                way.get();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Supplier<byte[]>> way : ways.entrySet()) {
                long before = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < IN_A_ROUND; i++) {
                    way.getValue().get();
                }
                times.computeIfAbsent(way.getKey(), absent -> new double[ROUNDS])[round] = (THREADS.getCurrentThreadCpuTime()
                        - before) / 1e6 / IN_A_ROUND;
            }
        }
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> times.get(OURS)[round] / times.get(TUNED)[round]);
        Arrays.sort(ratios);
        System.out.printf("%-58s %9s %9s %9s %9s%n", "", "CPU ms", "least", "most", "bytes");
        times.forEach((name, each) -> {
            Arrays.sort(each);
            System.out.printf(Locale.ROOT, "%-58s %9.2f %9.2f %9.2f %9d%n", name, each[ROUNDS / 2], each[0], each[ROUNDS - 1],
                    ways.get(name).get().length);
        });
        double ours = times.get(OURS)[ROUNDS / 2];
        int bytes = ways.get(OURS).get().length;
        System.out.printf(Locale.ROOT, "%.1f times cheaper than writeChartAsPNG (aim: 8), %.2f of its bytes (0.65)%n",
                times.get(DOCUMENTED)[ROUNDS / 2] / ours, bytes / (double) ways.get(DOCUMENTED).get().length);
        System.out.printf(Locale.ROOT, "%.2f times tuned drawing and encoder (1.15), %.2f to %.2f in the rounds%n",
                ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
    }
}
