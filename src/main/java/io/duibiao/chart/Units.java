package io.duibiao.chart;

import java.util.Map;

import io.duibiao.core.Text;

/**
 * Units as an English picture writes them; a count of things has none, and one that is not listed
 * stays as the document prints it.
 */
final class Units {

    private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("亿吨标准煤", "100 Mt coal eq."),
            Map.entry("万吨标准煤", "10 kt coal eq."), Map.entry("亿立方米", "100 million m³"), Map.entry("微克/立方米", "µg/m³"),
            Map.entry("毫克/升", "mg/L"), Map.entry("万吨", "10 kt"), Map.entry("吨", "t"), Map.entry("公里", "km"),
            Map.entry("亩", "mu"), Map.entry("万亩", "10 000 mu"), Map.entry("亿亩", "100 million mu"), Map.entry("个", ""),
            Map.entry("家", ""), Map.entry("台", ""), Map.entry("处", ""), Map.entry("项", ""),
            Map.entry("起", "cases"), Map.entry("类", "class"), Map.entry("倍", "times"), Map.entry("百分点", "pp"),
            Map.entry("起/每万枚", "cases per 10 000 sources"), Map.entry("万枚", "10 000 sources"),
            Map.entry("万千瓦", "10 MW"), Map.entry("万亿元", "trillion yuan"), Map.entry("亿元", "100 million yuan"),
            Map.entry("万元", "10 000 yuan"), Map.entry("元", "yuan"), Map.entry("万人", "10 000 people"),
            Map.entry("人", "people"), Map.entry("人次", "visits"), Map.entry("平方公里", "km²"), Map.entry("立方米", "m³"),
            Map.entry("万立方米", "10 000 m³"), Map.entry("分贝", "dB"), Map.entry("小时", "h"), Map.entry("天", "days"));

    private Units() {
    }

    /** Between a number and its unit in English: a space that no line breaks at, a sign where the unit begins with a number. */
    static String apart(String unit) {
        return unit.isEmpty() ? "" : Character.isDigit(unit.charAt(0)) ? "\u00a0×\u00a0" : "\u00a0";
    }

    /** Behind a number, where points are counted: 4.1个百分点. */
    static Text behind(String unit) {
        return unit.equals("百分点") ? Text.of("个{0}", "{0}", text(unit)) : text(unit);
    }

    static Text text(String unit) {
        return new Text(unit, ENGLISH.getOrDefault(unit, unit));
    }
}
