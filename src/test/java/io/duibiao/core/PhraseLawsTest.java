package io.duibiao.core;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds of every phrase. */
class PhraseLawsTest {

    private static final List<String> PHRASES = List.of("达到83.8%", "不低于59.6%", "1,875个以上", "控制在211亿立方米以内", "降低到75%以下",
            "79%左右", "7-10天", "0", "较2015年下降15%", "降低20个百分点", "稳定在45", "不增加", "持续减少", "稳中有降", "负增长", "基本消除",
            "完成1875个建制村农村环境综合整治任务", "不再新建35蒸吨以下燃煤锅炉", "达到或好于Ⅲ类", "达到国家考核目标", "得到有效保障",
            "比2015年分别下降25%、20%以上", "到2025年底全区用水总量控制在211亿立方米以内");
    private static final List<String> WORDS = List.of("不", "低于", "高于", "超过", "达到", "或", "以上", "以内", "左右", "下降", "提高", "到",
            "至", "分别", "、", "和", "较", "2015年", "90", "90%", "1.5", "一百", "二", "点", "百分之", "成", "个", "亿吨", "百分点", "%", "-",
            "(", "含", ")", "完成", "基本", "全部", "所有", "实现", "率", "用水量", "水平", "的目标", "Ⅲ", "类", "标准", "国家", "要求", "由",
            "年底", "前", "6月", "，", "。", " ", "大幅", "有所", "稳定在", "控制在", "≥", "=", "“", "”", "严禁", "减半", "十", "千");

    private static Gen<BigDecimal> figures() {
        return integers().between(0, 999_999).zip(integers().between(0, 4), BigDecimal::valueOf);
    }

    private static Optional<Rule> read(String phrase) {
        return read(phrase, Direction.LOWER);
    }

    private static Optional<Rule> read(String phrase, Direction direction) {
        try {
            return Optional.of(Phrases.parse(phrase, direction, Kind.LEVEL).get(0));
        } catch (UnreadablePhrase e) {
            return Optional.empty();
        }
    }

    /** The rule without the phrase that it was read from. */
    private static Optional<String> meaning(String phrase) {
        return read(phrase).map(PhraseRendering::of);
    }

    @Test
    void theSameRelationInOtherWordsIsTheSameRule() {
        qt().forAll(figures()).checkAssert(figure -> {
            Quantity value = new Quantity(figure);
            for (String phrase : List.of("不低于%s", "%s以上", "≥%s", ">=%s", "至少%s", "达到或高于%s", "%s及以上", "高于%s(含)", "不低于%s以上")) {
                String printed = phrase.formatted(figure.toPlainString());
                Assertions.assertEquals(Optional.of(new Rule.AtLeast(value, Optional.empty(), printed)), read(printed));
            }
            for (String phrase : List.of("不高于%s", "%s以下", "≤%s", "%s以内", "不超过%s", "低于%s(含)", "控制在%s以内", "降低到%s")) {
                String printed = phrase.formatted(figure.toPlainString());
                Assertions.assertEquals(Optional.of(new Rule.AtMost(value, Optional.empty(), printed)), read(printed));
            }
        });
    }

    @Test
    void strictWordsExcludeTheNumberAndTheirNegationsIncludeIt() {
        qt().forAll(figures(), arbitrary().pick("高于", "超过", "大于", "突破"))
                .check((figure, word) -> read(word + figure.toPlainString())
                        .filter(rule -> rule instanceof Rule.Above).isPresent()
                        && read("不" + word + figure.toPlainString()).filter(rule -> rule instanceof Rule.AtMost).isPresent());
        qt().forAll(figures(), arbitrary().pick("低于", "小于", "少于")).check((figure, word) -> read(word + figure.toPlainString())
                .filter(rule -> rule instanceof Rule.Below).isPresent()
                && read("不" + word + figure.toPlainString()).filter(rule -> rule instanceof Rule.AtLeast).isPresent());
    }

    @Test
    void whiteSpaceBetweenWordsChangesNoRule() {
        qt().forAll(arbitrary().pick(PHRASES), integers().between(0, 99),
                arbitrary().pick(" ", "\n", "\u3000", "\u00a0", "\t "))
                .check((phrase, chosen, space) -> {
                    int place = chosen % (phrase.length() + 1);
                    String spaced = phrase.substring(0, place) + space + phrase.substring(place);
                    return betweenDigits(phrase, place) || sameMeaning(phrase, spaced);
                });
    }

    private static boolean sameMeaning(String phrase, String other) {
        return meaning(phrase).isPresent() && meaning(phrase).equals(meaning(other));
    }

    private static boolean betweenDigits(String phrase, int place) {
        return place > 0 && place < phrase.length() && Character.isDigit(phrase.charAt(place - 1))
                && Character.isDigit(phrase.charAt(place));
    }

    @Test
    void fullWidthChangesNoRule() {
        qt().forAll(arbitrary().pick(PHRASES)).check(phrase -> sameMeaning(phrase, phrase.chars()
                .map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c).mapToObj(Character::toString).collect(Collectors.joining())));
    }

    @Test
    void anyTextIsReadOrRefusedWithItsPlace() {
        Gen<String> jumbled = lists().of(arbitrary().pick(WORDS)).ofSizeBetween(0, 12).map(words -> String.join("", words));
        qt().withExamples(5_000).forAll(jumbled, arbitrary().enumValues(Direction.class), arbitrary().enumValues(Kind.class))
                .checkAssert(PhraseLawsTest::readOrRefused);
        qt().forAll(strings().allPossible().ofLengthBetween(0, 60), arbitrary().enumValues(Direction.class),
                arbitrary().enumValues(Kind.class)).checkAssert(PhraseLawsTest::readOrRefused);
    }

    private static void readOrRefused(String phrase, Direction direction, Kind kind) {
        try {
            Assertions.assertFalse(Phrases.parse(phrase, direction, kind).isEmpty());
        } catch (UnreadablePhrase e) {
            Assertions.assertTrue(phrase.startsWith(e.part(), e.at()), () -> e.part() + " at " + e.at() + " in " + phrase);
        }
    }

    @Test
    void hostileTextIsRefusedAtOnce() {
        for (String part : List.of("量", "率达到", "90%、", "9,999", "(", "一", "不", "完成", "全部", "基本", "量、", "2020年", "Ⅲ类", "%",
                "-1")) {
            String phrase = part.repeat(200).substring(0, 200);
            Assertions.assertTimeout(Duration.ofSeconds(1), () -> read(phrase), phrase);
            Assertions.assertTimeout(Duration.ofSeconds(1), () -> read(part.repeat(100_000)));
        }
    }
}
