package io.duibiao.chart;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A PNG file (ISO/IEC 15948): pixels, and what is said about them in text chunks. */
final class Png {

    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    private static final int CHUNK = 12;
    private static final int HEADER = 13;
    private static final byte INDEXED = 3;
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final String TEXT = "iTXt";
    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    /** Pixels drawn at a time: a common picture whole, a larger one in pieces. */
    private static final int SHEET = 900_000;
    private static final int SPARED = 4;
    /** Pixels read at a time. */
    private static final int READ = 1 << 16;
    private static final Queue<int[]> SPARE = new ArrayBlockingQueue<>(SPARED);

    private Png() {
    }

    static Pixels pixels(Picture picture) {
        int width = width(picture);
        // Memory that was drawn on before is still near the processor, and need not be cleared: a picture fills its sheet. And
        // large sheets that are thrown away make the heap grow.
        int[] spare = Optional.ofNullable(SPARE.poll()).orElseGet(() -> new int[SHEET]);
        Pixels pixels = Palette.reduced(new Palette.Sheet(width, height(picture), SHEET / width, (from, to) -> {
            image(picture, spare, from, to);
            return spare;
        }));
        SPARE.offer(spare);
        return pixels;
    }

    static BufferedImage image(Picture picture) {
        return image(picture, new int[width(picture) * height(picture)], 0, height(picture));
    }

    /** Of the picture's rows those from one on, up to another. */
    private static BufferedImage image(Picture picture, int[] sheet, int from, int to) {
        int width = width(picture);
        int height = to - from;
        BufferedImage image = new BufferedImage(RGB, Raster.createPackedRaster(new DataBufferInt(sheet, width * height), width,
                height, width, RGB.getMasks(), new Point()), false, null);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(Setting.HINT, new Letters(sheet, width, height));
            g.translate(0, -from);
            g.scale(picture.scale(), picture.scale());
            picture.draw(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    private static int width(Picture picture) {
        return (int) Math.round(picture.width() * picture.scale());
    }

    private static int height(Picture picture) {
        return (int) Math.round(picture.height() * picture.scale());
    }

    static byte[] of(Picture picture) {
        return written(pixels(picture), Map.of());
    }

    /** The file; texts come in their order. */
    static byte[] written(Pixels pixels, Map<String, String> texts) {
        int stride = pixels.width() + 1;
        byte[] packed = Rows.packed(stride, new Runs.Reader(pixels.runs(), stride));
        ByteArrayOutputStream file = new ByteArrayOutputStream(packed.length + (1 << 12));
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", ByteBuffer.allocate(HEADER).putInt(pixels.width()).putInt(pixels.height()).put((byte) 8)
                .put(INDEXED).array());
        ByteBuffer palette = ByteBuffer.allocate(3 * pixels.palette().size());
        for (int number = 0; number < pixels.palette().size(); number++) {
            int colour = pixels.palette().colour(number);
            palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        chunk(file, "PLTE", palette.array());
        texts.forEach((keyword, text) -> chunk(file, TEXT, (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8)));
        chunk(file, "IDAT", packed);
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        file.writeBytes(ByteBuffer.allocate(8).putInt(data.length).put(name).array());
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(check(name, data)).array());
    }

    private static int check(byte[] name, byte[] data) {
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        return (int) check.getValue();
    }

    /**
     * What a file holds.
     *
     * @param pixels empty where they are damaged, or no picture of ours could have them
     * @param texts by keyword; of a keyword that comes twice the first
     * @param bare whether it holds nothing but these
     */
    record Found(Optional<Pixels> pixels, Map<String, String> texts, boolean bare) {
    }

    /** How many pixels a file says it has, if it is a PNG. */
    static long area(byte[] file) {
        int header = SIGNATURE.length + 8;
        return file.length < header + HEADER ? 0
                : (long) ByteBuffer.wrap(file).getInt(header) * ByteBuffer.wrap(file).getInt(header + Integer.BYTES);
    }

    /** What such a file holds, as far as it can be read; empty where it is no PNG. */
    static Optional<Found> read(byte[] file) {
        ByteBuffer rest = ByteBuffer.wrap(file);
        if (file.length < SIGNATURE.length + CHUNK + HEADER || !ByteBuffer.wrap(SIGNATURE).equals(take(rest, SIGNATURE.length))
                || rest.getInt(rest.position()) != HEADER || rest.getInt(rest.position() + 4) != 0x49484452) {
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        // A decoder gets the pixels alone: what else a file may hold cannot harm it.
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.length);
        pixels.writeBytes(SIGNATURE);
        boolean bare = true;
        boolean ended = false;
        while (rest.remaining() >= CHUNK && !ended) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining() - 8) {
                break;
            }
            byte[] name = bytes(take(rest, 4));
            byte[] data = bytes(take(rest, length));
            String type = new String(name, StandardCharsets.ISO_8859_1);
            boolean whole = rest.getInt() == check(name, data);
            if (whole && PIXELS.contains(type)) {
                chunk(pixels, type, data);
            } else {
                bare &= whole && type.equals(TEXT) && isNew(texts, data);
            }
            ended = type.equals("IEND");
        }
        boolean complete = ended && !rest.hasRemaining();
        return Optional.of(new Found(complete ? decoded(pixels.toByteArray()) : Optional.empty(), texts, bare && complete));
    }

    private static ByteBuffer take(ByteBuffer rest, int length) {
        ByteBuffer taken = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        return taken;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Keyword, then four empty fields: not packed, no language, no translation. */
    private static boolean isNew(Map<String, String> texts, byte[] data) {
        String[] fields = new String(data, StandardCharsets.UTF_8).split("\0", -1);
        return fields.length == 6 && fields[1].isEmpty() && fields[2].isEmpty() && fields[3].isEmpty() && fields[4].isEmpty()
                && texts.putIfAbsent(fields[0], fields[5]) == null;
    }

    private static Optional<Pixels> decoded(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file, SIGNATURE.length + 8, HEADER);
        int width = header.getInt();
        int height = header.getInt();
        if (width < 1 || height < 1 || width > Canvas.GREATEST_SIDE || height > Canvas.GREATEST_SIDE
                || width * height > Canvas.GREATEST_AREA) {
            return Optional.empty();
        }
        try {
            // In memory: of a plain stream ImageIO would keep a copy on disk.
            return Optional.ofNullable(ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file))))
                    .filter(image -> !image.getColorModel().hasAlpha())
                    .flatMap(image -> Palette.numbered(new Palette.Sheet(width, height, READ / width,
                            (from, to) -> image.getRGB(0, from, width, to - from, null, 0, width))));
        } catch (IOException | RuntimeException e) {
            // Of a damaged stream the decoder says so in many ways; none is the fault of the service.
            return Optional.empty();
        }
    }
}
