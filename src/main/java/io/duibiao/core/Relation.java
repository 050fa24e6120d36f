package io.duibiao.core;

/** How a bound relates to the value that it limits (《民法典》第1259条: 以上、以内 include the number, 超过、不满 exclude it). */
public enum Relation {
    AT_LEAST("≥"),
    ABOVE(">"),
    AT_MOST("≤"),
    BELOW("<"),
    ABOUT("≈");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
