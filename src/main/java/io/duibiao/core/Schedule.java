package io.duibiao.core;

/** 序时进度: is the target on schedule? */
public enum Schedule {
    /** At least the share required twelve months later, or met before due. */
    AHEAD(new Text("提前", "ahead")),
    ON_SCHEDULE(new Text("达到进度", "on schedule")),
    BEHIND(new Text("滞后", "behind")),
    /** Worse than the baseline. */
    REVERSED(new Text("倒退", "reversed")),
    /** The baseline already kept the rule and the value still does. */
    HELD(new Text("保持", "held")),
    /** The baseline already kept the rule and the value no longer does. */
    LOST(new Text("失守", "lost")),
    NOT_APPLICABLE(new Text("不适用", "not applicable"));

    private final Text label;

    Schedule(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /** Why there is no schedule to speak of. */
    public enum Reason {
        AT_BASELINE(new Text("评价期即基期", "the period is the baseline's")),
        NO_BASELINE(new Text("无基数", "no baseline")),
        BASELINE_IS_BOUND(new Text("基数只是界限", "the baseline is a bound")),
        BASELINE_IS_TEXT(new Text("基数为文字表述", "the baseline is words")),
        BASIS_MISMATCH(new Text("基数与目标口径不同", "baseline and target are on different bases")),
        NO_DISTANCE(new Text("基数等于目标值", "baseline equals the target")),
        NO_FIGURE(new Text("目标没有数值", "the target has no figure")),
        EVERY_PERIOD(new Text("每期都须达到，无进度可言", "applies in every period, so there is no path")),
        NO_VALUE(new Text("无可用的实测值", "no usable value")),
        /** Of a group that keeps its target one by one. */
        FOLLOWS_MEMBERS(new Text("随各成员而定", "follows from its members"));

        private final Text label;

        Reason(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }
}
