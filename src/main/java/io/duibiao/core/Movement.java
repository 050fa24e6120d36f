package io.duibiao.core;

/** Which way did it move against the year before, on the same basis and base year? */
public enum Movement {
    BETTER(new Text("好转", "better")),
    SAME(new Text("持平", "same")),
    /** 不降反升. */
    WORSE(new Text("变差", "worse")),
    UNKNOWN(new Text("无法比较", "unknown"));

    private final Text label;

    Movement(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
