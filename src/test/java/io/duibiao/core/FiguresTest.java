package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed where a number is expected. */
class FiguresTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            90.8       | 90.8
            (25.0)     | 25.0
            （25.0）   | 25.0
            (21.13%)   | 21.13
            23%        | 23
            -2.0       | -2.0
            −2.0       | -2.0
            ９０．８   | 90.8
            ' 6.89 '   | 6.89
            1,875      | 1875
            0          | 0
            两个       | 2
            一百零五   | 105
            百分之八十 | 80
            减半       | 50
            2.71亿吨标准煤 | 2.71
            """)
    void aNumberIsExactAndKeepsItsScale(String printed, String value) {
        Figure figure = Figures.parse(printed);
        assertEquals(new Figure.Exact(Quantity.of(value)), figure);
        assertEquals(value, figure.exact().orElseThrow().toString());
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            90以上     | AT_LEAST | 90
            90%以上    | AT_LEAST | 90
            不低于90   | AT_LEAST | 90
            ≥90        | AT_LEAST | 90
            不低于90以上 | AT_LEAST | 90
            超过20     | ABOVE    | 20
            17以下     | AT_MOST  | 17
            ≤17        | AT_MOST  | 17
            低于3      | BELOW    | 3
            <0.01      | BELOW    | 0.01
            约3.19     | ABOUT    | 3.19
            约3.19倍   | ABOUT    | 3.19
            3.19左右   | ABOUT    | 3.19
            （90以上） | AT_LEAST | 90
            """)
    void aLimitOfTheNumberIsABound(String printed, Relation relation, String value) {
        assertEquals(new Figure.Bound(relation, Quantity.of(value)), Figures.parse(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = { "———", "—", "——", "-", "－", "–", " — " })
    void aDashIsNoFigure(String printed) {
        assertEquals(new Figure.Absent(), Figures.parse(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = { "全区13个达到国家目标要求", "90.8吧", "不低于90以内", "(25.0", "1-2", "1e5", "NaN", "以上", "一百二", "90 8" })
    void allElseIsWords(String printed) {
        assertEquals(new Figure.Words(printed), Figures.parse(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "999999999999999", "0.00001", "1,999,999,999,999,999", "(123456789012345.0)",
            "≥0.12345" })
    void nothingAndNumbersThatCannotBeHeldAreRefused(String printed) {
        assertThrows(NotAQuantity.class, () -> Figures.parse(printed));
    }
}
