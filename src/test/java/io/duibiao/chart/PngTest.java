package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.duibiao.core.Language;
import io.duibiao.core.Period;

class PngTest {

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of("Title", "呼和浩特市：达标", "duibiao:query", "a=b"));

    @Test
    void anotherProgramReadsThePictureAsItWasDrawn() throws IOException {
        BufferedImage drawn = Png.image(Samples.plain());
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(Samples.plain())));
        assertEquals(drawn.getWidth(), read.getWidth());
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                assertTrue(apart(drawn.getRGB(x, y), read.getRGB(x, y)) <= 8, "at " + x + ", " + y);
            }
        }
    }

    @Test
    void itReadsWhatItWrote() {
        Pixels pixels = Png.pixels(Samples.plain());
        Png.Found found = Png.read(Png.written(pixels, TEXTS)).orElseThrow();
        assertEquals(TEXTS, found.texts());
        assertTrue(found.bare());
        assertArrayEquals(pixels.runs(), found.pixels().orElseThrow().runs());
    }

    @Test
    void aLargePictureIsTheSameWhetherItIsDrawnWholeOrInPieces() {
        for (Theme theme : Theme.values()) {
            Picture large = Samples.picture(Samples.verdicts(Samples.table1(), Period.year(2020)), Language.ZH, theme,
                    new Canvas(1200, OptionalInt.of(700), 2.5));
            BufferedImage whole = Png.image(large);
            Pixels expected = Palette.reduced(Palette.Sheet.of(((DataBufferInt) whole.getRaster().getDataBuffer()).getData(),
                    whole.getWidth(), whole.getHeight()));
            Pixels pieces = Png.pixels(large);
            assertArrayEquals(expected.runs(), pieces.runs());
        }
    }

    @Test
    void moreThan256ColoursBecomeThoseClosest() {
        int[] shades = new int[64 * 64];
        Arrays.setAll(shades, i -> (i % 64) * 4 << 16 | (i / 64) * 4 << 8);
        Pixels pixels = Palette.reduced(Palette.Sheet.of(shades.clone(), 64, 64));
        assertEquals(256, pixels.palette().size());
        int furthest = 0;
        for (int i = 0; i < shades.length; i++) {
            int number = pixels.rows()[i / 64 * 65 + 1 + i % 64] & 255;
            furthest = Math.max(furthest, apart(shades[i], pixels.palette().colour(number)));
        }
        assertTrue(furthest <= 20, "furthest " + furthest);
        assertTrue(Palette.numbered(Palette.Sheet.of(shades.clone(), 64, 64)).isEmpty());
    }

    @Test
    void whatIsNoPngIsNotRead() {
        byte[] file = Png.written(Png.pixels(Samples.plain()), TEXTS);
        assertTrue(Png.read(new byte[0]).isEmpty());
        assertTrue(Png.read("GIF89a and more of it, as long as a PNG is at least".getBytes(StandardCharsets.UTF_8)).isEmpty());
        assertTrue(Png.read(Arrays.copyOf(file, 20)).isEmpty());
        assertTrue(Png.read(Arrays.copyOfRange(file, 8, file.length)).isEmpty());
    }

    @Test
    void aBrokenFileShowsNoPixels() {
        byte[] file = Png.written(Png.pixels(Samples.plain()), TEXTS);
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            byte[] cut = Arrays.copyOf(file, 33 + random.nextInt(file.length - 34));
            assertFalse(Png.read(cut).filter(found -> found.pixels().isPresent() || found.bare()).isPresent());
            byte[] changed = file.clone();
            int at = 33 + random.nextInt(file.length - 33);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertFalse(Png.read(changed).filter(Png.Found::bare).isPresent(), "byte " + at);
        }
    }

    @Test
    void aFurtherChunkIsNoticed() {
        byte[] file = Png.written(Png.pixels(Samples.plain()), TEXTS);
        byte[] transparent = with(file, "tRNS", new byte[] { 0 });
        assertFalse(Png.read(transparent).orElseThrow().bare());
        assertTrue(Png.read(transparent).orElseThrow().pixels().isPresent());
        byte[] twice = with(file, "iTXt", "Title\0\0\0\0\0other".getBytes(StandardCharsets.UTF_8));
        assertFalse(Png.read(twice).orElseThrow().bare());
    }

    @Test
    void aBombIsNotInflated() {
        byte[] header = ByteBuffer.allocate(13).putInt(60000).putInt(60000).put((byte) 8).put((byte) 3).array();
        byte[] vast = file(chunk("IHDR", header), chunk("PLTE", new byte[3]), chunk("IDAT", zeros(1 << 26)),
                chunk("IEND", new byte[0]));
        assertTrue(Png.read(vast).orElseThrow().pixels().isEmpty());
        byte[] small = ByteBuffer.allocate(13).putInt(10).putInt(10).put((byte) 8).put((byte) 3).array();
        byte[] packed = file(chunk("IHDR", small), chunk("PLTE", new byte[3]),
                chunk("iCCP", join("x\0\0".getBytes(StandardCharsets.US_ASCII), zeros(1 << 26))),
                chunk("zTXt", join("x\0\0".getBytes(StandardCharsets.US_ASCII), zeros(1 << 26))),
                chunk("IDAT", zeros(1 << 26)), chunk("IEND", new byte[0]));
        long before = System.nanoTime();
        assertEquals(10, Png.read(packed).orElseThrow().pixels().orElseThrow().width());
        assertTrue(System.nanoTime() - before < 2_000_000_000L);
    }

    private static int apart(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }

    /** The file with one more chunk before its pixels. */
    static byte[] with(byte[] file, String type, byte[] data) {
        int pixels = new String(file, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
        return join(join(Arrays.copyOf(file, pixels), chunk(type, data)), Arrays.copyOfRange(file, pixels, file.length));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 check = new CRC32();
        check.update(body);
        return ByteBuffer.allocate(body.length + 8).putInt(data.length).put(body).putInt((int) check.getValue()).array();
    }

    private static byte[] file(byte[]... chunks) {
        byte[] file = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
        for (byte[] chunk : chunks) {
            file = join(file, chunk);
        }
        return file;
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] zeros(int length) {
        Deflater zlib = new Deflater();
        zlib.setInput(new byte[length]);
        zlib.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        while (!zlib.finished()) {
            packed.write(piece, 0, zlib.deflate(piece));
        }
        zlib.end();
        return packed.toByteArray();
    }
}
