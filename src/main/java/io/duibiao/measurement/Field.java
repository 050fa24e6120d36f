package io.duibiao.measurement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that a sheet can have beside its indicators. */
enum Field {
    INDICATOR("indicator", "指标", "指标名称"),
    REGION("region", "地区", "盟市", "地区名称"),
    PERIOD("period", "时期", "时间"),
    VALUE("value", "数值", "指标值"),
    SCOPE("scope", "范围"),
    BASIS("basis", "口径"),
    BASE_YEAR("baseYear", "基期"),
    STATUS("status", "状态"),
    SOURCE("source", "来源", "数据来源"),
    NOTE("note", "备注"),
    REASON("reason", "原因"),
    /** The year of a period that is written without one: 全年, 三季度. */
    YEAR("year", "年份", "年度"),
    /** Compared with the indicator's own. */
    UNIT("unit", "单位", "计量单位"),
    /** For the eye of the one who fills in; not read. */
    LAST("lastValue", "上次数值"),
    /** For the eye of the one who fills in; not read. */
    TARGET("target", "目标"),
    /** What was wrong when the row was sent before; not read. */
    ERROR("error", "错误");

    private final String code;
    private final String zh;
    private final List<String> others;

    /** @param others what offices call the column as well */
    Field(String code, String zh, String... others) {
        this.code = code;
        this.zh = zh;
        this.others = List.of(others);
    }

    String code() {
        return code;
    }

    String zh() {
        return zh;
    }

    /** Programs send values, not forms to fill in. */
    boolean inJson() {
        return this != LAST && this != TARGET && this != ERROR;
    }

    /** The column of this name, in either language. */
    static Optional<Field> named(String name) {
        return Stream.of(values())
                .filter(field -> field.code.equals(name) || field.zh.equals(name) || field.others.contains(name)).findFirst();
    }
}
