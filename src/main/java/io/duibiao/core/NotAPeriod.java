package io.duibiao.core;

/** A text that is not a period in one of the SDMX forms. */
public final class NotAPeriod extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NotAPeriod(String text) {
        super(text);
    }
}
