package io.duibiao.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.core.Direction;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Quantity;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;

class JumpTest {

    private static Indicator indicator(Kind kind, int decimals) {
        return indicator("微克/立方米", kind, decimals);
    }

    private static Indicator indicator(String unit, Kind kind, int decimals) {
        return new Indicator("pm25", Text.same("PM2.5"), Optional.empty(), unit, "%", decimals, Direction.LOWER, kind,
                Timing.FLOW, "NONE",
                Optional.empty(), Optional.empty(), List.of(), false, "");
    }

    private static String code(String sent, String history, Indicator indicator) {
        List<Quantity> past = history == null ? List.of() : Stream.of(history.split(" ")).map(Quantity::of).toList();
        return Jump.of(Quantity.of(sent), past, indicator).map(Flag::code).orElse("none");
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
            "0.030, 31 28 29, UNIT_SLIP", // 毫克 for 微克
            "30000, 31 28 29, UNIT_SLIP",
            "300, 29, UNIT_SLIP",
            "3.1, 29, UNIT_SLIP",
            "0.15, 29, UNIT_SLIP",
            "0.8, 29, JUMP", // 36 times less is no power of ten
            "100000, 29, JUMP",
            "58, 29, none",
            "100, 29, none",
            "0, 29, none",
            "29, 0, none",
            "29, , none",
            "90, 80 82 84 86 88, none", // modified z-score 2.02
            "95, 80 82 84 86 88, JUMP", // 3.71
            "79, 80 82 84 86 88, none",
            "46, 45 45 45 45 45, none",
            "52, 45 45 45 45 45, JUMP",
            "52, 45 45 45 45, none" })
    void aLevelJumpsByItsUnitOrByMoreThanItsHistoryShows(String sent, String history, String code) {
        assertEquals(code, code(sent, history, indicator(Kind.LEVEL, 1)));
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({ "12, 1, none", "49, 1, none", "100, 1, UNIT_SLIP", "1200, 1000, none", "2000, 1000 1200 1400 1600 1800, none",
            "-8.3, 2.1, none" })
    void whatStartsFromNothingMayGrowTenfold(String sent, String history, String code) {
        assertEquals(code, code(sent, history, indicator(Kind.CUMULATIVE_TOTAL, 0)));
    }

    @ParameterizedTest(name = "{0} {1} where plans print {2}: {3}")
    @CsvSource({
            "0.030, 微克/立方米, 31 35, UNIT_SLIP",
            "3.3, 微克/立方米, 33, UNIT_SLIP",
            "6, 微克/立方米, 33, none", // regions differ
            "22500, 亿吨标准煤, 2.25, UNIT_SLIP", // 万吨
            "0.9, %, 89.7 90, UNIT_SLIP", // a fraction
            "0.1, %, 4.4, none", // nearly nothing is a share too
            "0.1, %, , none" })
    void aLevelThatBeginsItsHistoryIsComparedInSizeWithWhatPlansPrint(String sent, String unit, String printed, String code) {
        List<Quantity> figures = printed == null ? List.of() : Stream.of(printed.split(" ")).map(Quantity::of).toList();
        assertEquals(code, Jump.ofFirst(Quantity.of(sent), figures, indicator(unit, Kind.LEVEL, 1))
                .map(Flag::code).orElse("none"));
    }

    @Test
    void theReasonNamesTheFigureTheMedianTheFactorAndTheUnit() {
        Text said = Jump.of(Quantity.of("0.030"), List.of(Quantity.of("31"), Quantity.of("28"), Quantity.of("29")),
                indicator(Kind.LEVEL, 1)).orElseThrow().message();
        assertEquals("0.030 约为历年同期中位数 29 的 1/967，接近 1000 倍，请核对计量单位（微克/立方米）", said.zh());
        assertEquals(
                "0.030 is about 1/967 of 29, the median of the same months of other years; near a factor of 1000: check the "
                        + "unit (微克/立方米)",
                said.en());
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertEquals(new BigDecimal("2.5"), Jump.middle(Stream.of(4, 1, 3, 2).map(BigDecimal::valueOf).toList()));
    }
}
