package io.duibiao.briefing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    private static final String FAMILY = "Noto Sans SC";
    private static final int TAG = 6;
    private static final Set<Integer> FAMILY_NAMES = Set.of(1, 4, 16);

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

    /**
     * A name that only documents with the same letters share: of two that are open side by side an office program takes the
     * letters of the first for both where their typefaces have one name.
     *
     * @param characters of each face
     */
    static String family(Map<EmbeddedFont, Set<Integer>> characters) {
        StringBuilder all = new StringBuilder();
        characters.forEach((face, letters) -> all.append(face).append(new TreeSet<>(letters)));
        byte[] digest = UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString().replace("-", "")
                .getBytes(StandardCharsets.US_ASCII);
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < TAG; i++) {
            tag.append((char) ('A' + Character.digit(digest[i], 16)));
        }
        return FAMILY + " " + tag;
    }

    /**
     * @param family as {@link #family} names it
     * @param characters that are written in it; Latin letters and digits come with them, for whoever corrects a figure
     */
    byte[] subset(String family, Collection<Integer> characters) throws IOException {
        Set<Integer> all = new HashSet<>(characters);
        IntStream.range(FIRST_LATIN, AFTER_LATIN).forEach(all::add);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (InputStream packaged = EmbeddedFont.class.getResourceAsStream("/META-INF/resources/fonts/" + file);
                TrueTypeFont font = new TTFParser()
                        .parse(new RandomAccessReadBuffer(Objects.requireNonNull(packaged, file)))) {
            font.getNaming().getNameRecords().stream().filter(name -> FAMILY_NAMES.contains(name.getNameId()))
                    .forEach(name -> name.setString(name.getString().replace(FAMILY, family)));
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
