package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void whateverIsPackedComesOutOfZlibAgain() throws DataFormatException {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int stride = 1 + random.nextInt(60);
            int letters = 1 + random.nextInt(i % 3 == 0 ? 256 : 5);
            byte[] raw = new byte[stride * (1 + random.nextInt(120))];
            for (int at = 0; at < raw.length; at++) {
                raw[at] = at >= stride && random.nextInt(10) < 7 ? raw[at - stride] : (byte) random.nextInt(letters);
            }
            assertArrayEquals(raw, unpacked(packed(raw, stride), raw.length));
        }
    }

    @Test
    void oneColourAndNoRepeatAtAllArePackedToo() throws DataFormatException {
        byte[] plain = new byte[4097 * 300];
        assertArrayEquals(plain, unpacked(packed(plain, 4097), plain.length));
        assertTrue(packed(plain, 4097).length < 6000);
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        assertArrayEquals(noise, unpacked(packed(noise, 500), noise.length));
    }

    /** Fibonacci numbers make the longest words: without a bound the rarest byte would have one of 20 bits. */
    @Test
    void noWordIsLongerThanTheFormatAllows() throws DataFormatException {
        int[] often = new int[21];
        Arrays.setAll(often, n -> n < 2 ? 1 : often[n - 1] + often[n - 2]);
        byte[] raw = new byte[Arrays.stream(often).sum()];
        IntUnaryOperator letter = at -> {
            int n = 0;
            for (int rest = at; rest >= often[n]; n++) {
                rest -= often[n];
            }
            return n;
        };
        Random random = new Random(3);
        for (int at = 0; at < raw.length; at++) {
            raw[at] = (byte) (letter.applyAsInt(random.nextInt(raw.length)) * 11);
        }
        assertArrayEquals(raw, unpacked(packed(raw, raw.length), raw.length));
    }

    @Test
    void aDrawingIsAsSmallAsZlibMakesItQuickly() {
        Pixels pixels = Png.pixels(Samples.plain());
        Deflater zlib = new Deflater(Deflater.BEST_SPEED);
        zlib.setInput(pixels.rows());
        zlib.finish();
        int quickly = zlib.deflate(new byte[pixels.rows().length]);
        zlib.end();
        assertTrue(packed(pixels.rows(), pixels.width() + 1).length <= quickly);
    }

    private static byte[] packed(byte[] raw, int stride) {
        int[] at = { 0 };
        return Rows.packed(stride, (into, from) -> {
            boolean more = at[0] < raw.length;
            if (more) {
                System.arraycopy(raw, at[0], into, from, stride);
                at[0] += stride;
            }
            return more;
        });
    }

    private static byte[] unpacked(byte[] packed, int length) throws DataFormatException {
        Inflater zlib = new Inflater();
        zlib.setInput(packed);
        byte[] raw = new byte[length];
        for (int at = 0; at < length;) {
            int more = zlib.inflate(raw, at, length - at);
            assertTrue(more > 0);
            at += more;
        }
        assertTrue(zlib.inflate(new byte[1]) == 0 && zlib.finished() && zlib.getRemaining() == 0);
        zlib.end();
        return raw;
    }

    @Test
    void runsAreSaidTheSameHoweverTheyWereFound() {
        Runs one = new Runs(600);
        one.begin();
        one.add(7, 300);
        one.add(3, 300);
        one.end();
        one.repeat();
        Runs pieces = new Runs(600);
        for (int row = 0; row < 2; row++) {
            pieces.begin();
            for (int i = 0; i < 600; i++) {
                pieces.add(i < 300 ? 7 : 3, 1);
            }
            pieces.end();
        }
        assertArrayEquals(new byte[] { 1, 7, -1, 1, 44, 3, -1, 1, 44, 0 }, one.bytes());
        assertArrayEquals(one.bytes(), pieces.bytes());
        byte[] rows = new byte[2 * 601];
        Arrays.fill(rows, 1, 301, (byte) 7);
        Arrays.fill(rows, 301, 601, (byte) 3);
        System.arraycopy(rows, 0, rows, 601, 601);
        assertArrayEquals(rows, new Pixels(600, 2, Png.pixels(Samples.plain()).palette(), one.bytes()).rows());
    }
}
