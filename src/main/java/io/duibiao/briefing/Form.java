package io.duibiao.briefing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The forms that a briefing comes in, by the suffix that asks for each. */
enum Form {
    PDF("application/pdf", PdfPack::of),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxPack::of),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", PptxPack::of);

    private final String mediaType;
    private final Function<Pack, byte[]> writer;

    Form(String mediaType, Function<Pack, byte[]> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    static Optional<Form> named(String suffix) {
        return Arrays.stream(values()).filter(form -> form.name().toLowerCase(Locale.ROOT).equals(suffix)).findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a page is wider than high. */
    boolean wide() {
        return this == PPTX;
    }

    byte[] written(Pack pack) {
        return writer.apply(pack);
    }
}
