package io.duibiao.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that a picture comes in, by the suffix that asks for each. */
enum Form {
    PNG("image/png"),
    SVG("image/svg+xml"),
    PDF("application/pdf");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<Form> named(String suffix) {
        return Arrays.stream(values()).filter(form -> form.suffix().equals(suffix)).findFirst();
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }
}
