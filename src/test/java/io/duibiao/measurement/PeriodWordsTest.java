package io.duibiao.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.duibiao.core.Period;

class PeriodWordsTest {

    @ParameterizedTest
    @CsvSource({ "2023, 2023", "２０２３, 2023", "2023年, 2023", "2023年度, 2023", "2023年全年, 2023", "2023 年, 2023", "2023.0, 2023",
            "2023年底, 2023", "2023年年末, 2023", "2023年三季度, 2023-Q3", "2023年第三季度, 2023-Q3", "2023年3季度, 2023-Q3", "2023Q3, 2023-Q3",
            "2023-Q3, 2023-Q3", "2023年上半年, 2023-S1", "2023年下半年, 2023-S2", "2023年前三季度, 2023-01/2023-09",
            "2023年1-9月, 2023-01/2023-09", "2023年1—9月, 2023-01/2023-09", "2023年1～9月, 2023-01/2023-09",
            "2023年1月至7月, 2023-01/2023-07", "2023年1-6月, 2023-S1", "2023年1-12月, 2023", "2023年9月, 2023-09",
            "2023年09月份, 2023-09", "2023-9, 2023-09", "2023/9, 2023-09", "202309, 2023-09", "2023-09-01, 2023-09",
            "2023/9/1, 2023-09", "2023年9月1日, 2023-09", "2023-01/2023-07, 2023-01/2023-07" })
    void aPeriodIsReadAsOfficesWriteIt(String sent, String period) {
        assertEquals(Optional.of(Period.of(period)), PeriodWords.read(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "三季度", "2023年五季度", "2023年13月", "2023年9-1月", "2023-09-15", "2023.9", "23年", "1890年", "2023年左右",
            "年初至公布(约1-10月)", "截至2022-12", "202313", "2023-12-31" })
    void whatCouldBeTwoPeriodsOrNoneIsNotGuessed(String sent) {
        assertEquals(Optional.empty(), PeriodWords.read(sent));
    }
}
