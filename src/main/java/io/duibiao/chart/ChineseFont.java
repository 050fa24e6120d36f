package io.duibiao.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;

/** The Chinese typeface that every picture is set in, brought along so that a host needs no fonts of its own. */
final class ChineseFont {

    private static final String REGULAR_FILE = "NotoSansSC-Regular.gb2312.ttf";
    private static final String BOLD_FILE = "NotoSansSC-Bold.gb2312.ttf";
    private static final String FAMILY = "Noto Sans SC";
    private static final int KNOWN = 1 << 16;
    /** The characters below 65 536 that the typeface has: asked of the font once, which takes its time. */
    private static final BitSet LETTERS;
    private static final Font REGULAR;
    private static final Font BOLD;

    // Class initialisation is the lock: the first picture, and only the first, sets the machinery up, before AWT looks for fonts.
    static {
        System.setProperty("java.awt.headless", "true");
        // Sixteen points of a pixel tell how much of it a shape covers: finer steps cannot be seen, and make more colours.
        System.setProperty("sun.java2d.renderer.subPixel_log2_X", "2");
        System.setProperty("sun.java2d.renderer.subPixel_log2_Y", "2");
        // What shapes are computed in is kept for as many as draw at once, not for each thread that ever drew.
        System.setProperty("sun.java2d.renderer.useThreadLocal", "false");
        try {
            Path folder = Files.createTempDirectory("duibiao-fonts");
            folder.toFile().deleteOnExit();
            Path regular = extracted(REGULAR_FILE, folder);
            Path bold = extracted(BOLD_FILE, folder);
            if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
                // AWT stops with an error where neither fontconfig nor any font is installed, even when it is asked for a font
                // from a file only: it wants a file for each logical font first.
                System.setProperty("sun.awt.fontconfig", logicalFonts(folder, regular, bold).toString());
            }
            REGULAR = Font.createFont(Font.TRUETYPE_FONT, regular.toFile());
            BOLD = Font.createFont(Font.TRUETYPE_FONT, bold.toFile());
            LETTERS = IntStream.range(' ', KNOWN).filter(c -> !Character.isISOControl(c) && REGULAR.canDisplay(c))
                    .collect(BitSet::new, BitSet::set, BitSet::or);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a packaged font is damaged", e);
        }
    }

    private ChineseFont() {
    }

    /** Sets the machinery up if nothing has done so yet. */
    static void ready() {
    }

    static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    static Font bold(double size) {
        return BOLD.deriveFont((float) size);
    }

    static boolean isBold(Font font) {
        return font.getFontName().endsWith("Bold");
    }

    /** The same words in characters that the typeface has where a compatible one exists: CO₂ becomes CO2. */
    static String displayable(String words) {
        if (isDisplayable(words)) {
            return words;
        }
        StringBuilder result = new StringBuilder();
        words.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(c -> {
            String character = Character.toString(c);
            result.append(hasLetter(c) ? character : Normalizer.normalize(character, Normalizer.Form.NFKC));
        });
        return result.toString();
    }

    private static boolean isDisplayable(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (!LETTERS.get(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(int character) {
        return character < KNOWN ? LETTERS.get(character) : REGULAR.canDisplay(character);
    }

    /** The file of one face, for a document to embed. */
    static InputStream file(boolean bold) {
        return packaged(bold ? BOLD_FILE : REGULAR_FILE);
    }

    private static InputStream packaged(String name) {
        return Objects.requireNonNull(ChineseFont.class.getResourceAsStream("/META-INF/resources/fonts/" + name), name);
    }

    private static Path extracted(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        try (InputStream font = packaged(name)) {
            Files.copy(font, file);
        }
        return file;
    }

    private static Path logicalFonts(Path folder, Path regular, Path bold) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("version", "1");
        lines.setProperty("sequence.allfonts", "default");
        for (String logical : List.of("dialog", "dialoginput", "monospaced", "sansserif", "serif")) {
            for (String style : List.of("plain", "italic")) {
                lines.setProperty(logical + "." + style + ".default", FAMILY);
            }
            for (String style : List.of("bold", "bolditalic")) {
                lines.setProperty(logical + "." + style + ".default", FAMILY + " Bold");
            }
        }
        lines.setProperty("filename.Noto_Sans_SC", regular.toString());
        lines.setProperty("filename.Noto_Sans_SC_Bold", bold.toString());
        Path file = folder.resolve("fontconfig.properties");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            lines.store(out, null);
        }
        return file;
    }
}
