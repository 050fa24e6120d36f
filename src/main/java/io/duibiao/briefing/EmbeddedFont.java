package io.duibiao.briefing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One face of the typeface with the letters that a text document has, as it embeds them: the first 32 bytes are disguised by a
 * key that stands beside them (ECMA-376 part 1, 17.8.1).
 */
enum EmbeddedFont {
    REGULAR("NotoSansSC-Regular.gb2312.ttf", "6A1B5C0D-7E2F-4A3B-8C4D-5E6F7A8B9C01"),
    BOLD("NotoSansSC-Bold.gb2312.ttf", "6A1B5C0D-7E2F-4A3B-8C4D-5E6F7A8B9C02");

    static final String FAMILY = "Noto Sans SC";

    private static final int DISGUISED = 32;
    private static final int FIRST_LATIN = 0x20;
    private static final int AFTER_LATIN = 0x7F;
    /**
     * Those that the subset renumbers; what else there is (substitution, placing) speaks of the letters by their old numbers.
     */
    private static final List<String> TABLES = List.of("OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx",
            "loca", "maxp", "name", "post", "prep");

    private final String file;
    private final String key;

    EmbeddedFont(String file, String key) {
        this.file = file;
        this.key = key;
    }

    /** As the table of fonts names it. */
    String key() {
        return "{" + key + "}";
    }

    /** @param characters that are written in it; Latin letters and digits come with them, for whoever corrects a figure */
    byte[] subset(Collection<Integer> characters) throws IOException {
        Set<Integer> all = new HashSet<>(characters);
        IntStream.range(FIRST_LATIN, AFTER_LATIN).forEach(all::add);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (InputStream packaged = EmbeddedFont.class.getResourceAsStream("/META-INF/resources/fonts/" + file);
                TrueTypeFont font = new TTFParser()
                        .parse(new RandomAccessReadBuffer(Objects.requireNonNull(packaged, file)))) {
            TTFSubsetter subset = new TTFSubsetter(font, TABLES);
            subset.addAll(all);
            subset.writeToStream(written);
        }
        byte[] letters = written.toByteArray();
        byte[] mask = HexFormat.of().parseHex(key.replace("-", ""));
        for (int i = 0; i < DISGUISED; i++) {
            letters[i] ^= mask[mask.length - 1 - i % mask.length];
        }
        return letters;
    }
}
