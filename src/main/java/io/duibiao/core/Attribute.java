package io.duibiao.core;

/** 属性: how strictly the plan means a target. */
public enum Attribute {
    /** 约束性. */
    BINDING(new Text("约束性", "binding")),
    /** 预期性. */
    EXPECTED(new Text("预期性", "expected")),
    /** A figure that the plan does not label. */
    TASK(new Text("任务", "task"));

    private final Text label;

    Attribute(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
