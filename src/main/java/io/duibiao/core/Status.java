package io.duibiao.core;

/** How settled a measured value is. */
public enum Status {
    /** 快报: preliminary. */
    PROVISIONAL(new Text("快报", "provisional")),
    /** 核定: audited. */
    FINAL(new Text("核定", "final"));

    private final Text label;

    Status(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
