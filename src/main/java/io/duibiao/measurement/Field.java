package io.duibiao.measurement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that a sheet can have beside its indicators. */
enum Field {
    INDICATOR("indicator", "指标", "指标名称", "indicator_zh"),
    REGION("region", "地区", "盟市", "地区名称"),
    PERIOD("period", "时期", "时间"),
    VALUE("value", "数值", "指标值"),
    SCOPE("scope", "范围"),
    BASIS("basis", "口径", "统计口径"),
    BASE_YEAR("baseYear", "基期", "基期年份", "base_year"),
    STATUS("status", "状态"),
    SOURCE("source", "来源", "数据来源", "填报单位", "来源网址", "source_kind", "source_url"),
    NOTE("note", "备注", "说明", "原文", "quote"),
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
    ERROR("error", "错误"),
    /** What offices note of the form itself; not read. */
    ASIDE("no", "序号", "编号", "填报人", "填表人", "审核人", "负责人", "联系人", "联系电话", "填报日期");

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

    /** Whether it says anything of the value. */
    boolean isRead() {
        return this != LAST && this != TARGET && this != ERROR && this != ASIDE;
    }

    /** Where the source, or what is noted, stands in several columns, all of it is taken. */
    boolean mayRepeat() {
        return this == SOURCE || this == NOTE || !isRead();
    }

    /** Whether the same number is another value by it, though the column may be absent. */
    boolean tellsApart() {
        return this == SCOPE || this == BASIS || this == BASE_YEAR || this == STATUS;
    }

    /** The column of this name, in either language. */
    static Optional<Field> named(String name) {
        return Stream.of(values())
                .filter(field -> field.code.equalsIgnoreCase(name) || field.zh.equals(name) || field.others.contains(name))
                .findFirst();
    }
}
