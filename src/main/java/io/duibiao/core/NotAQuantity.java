package io.duibiao.core;

/** A text or number that cannot be held exactly: not plain notation, over 14 integer digits or over 4 decimals. */
public final class NotAQuantity extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NotAQuantity(String text) {
        super(text);
    }
}
