package io.duibiao.core;

/** Is the target met? */
public enum Outcome {
    MET(new Text("达标", "met")),
    NOT_MET(new Text("未达标", "not met")),
    /** Not met, and the period ends before the target is due. */
    NOT_YET_MET(new Text("尚未达标", "not yet met")),
    NOT_ASSESSABLE(new Text("暂不能评价", "not assessable"));

    private final Text label;

    Outcome(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /** Why a target cannot be assessed. */
    public enum Reason {
        AWAITING_STATE_FIGURE(new Text("待国家下达考核数值", "awaiting the state's figure")),
        AWAITING_DEFINITION(new Text("达标标准尚未认定", "what counts as met is not yet defined")),
        AWAITING_JUDGEMENT(new Text("待人工认定", "awaiting a person's finding")),
        NO_VALUE(new Text("无实测值", "no measured value")),
        VALUE_IS_BOUND(new Text("实测值只给出界限，不足以判定", "the value is only a bound and does not settle it")),
        BASIS_MISMATCH(new Text("口径不同，不可比", "different basis, not comparable")),
        BASE_YEAR_MISMATCH(new Text("基期不同，不可比", "different base year, not comparable")),
        BASE_YEAR_UNKNOWN(new Text("基期不明", "base year unknown")),
        PART_YEAR_ONLY(new Text("只有部分时段的数据", "only part of the period was measured")),
        NO_BASELINE(new Text("无基数", "no baseline")),
        NO_PRIOR_YEAR(new Text("无上年数据", "no value for the year before")),
        MEMBERS_UNKNOWN(new Text("区域成员未明确", "members of the group are not known")),
        BEFORE_BASELINE(new Text("早于基期", "before the baseline"));

        private final Text label;

        Reason(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }
}
