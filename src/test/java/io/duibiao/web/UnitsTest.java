package io.duibiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({ "％, %", "μg/m³, 微克/立方米", "µg/m3, 微克/立方米", "无, ''", " 个 , 个" })
    void oneUnitHasManyNames(String sent, String own) {
        assertEquals(true, Units.same(sent, own));
    }

    @ParameterizedTest(name = "one {0} is {2} {1}")
    @CsvSource({ "毫克/立方米, 微克/立方米, 1000", "mg/m3, 微克/立方米, 1000", "吨, 万吨, 0.0001", "亿千瓦, 万千瓦, 10000", "亩, 万亩, 0.0001",
            "公里, 个, none", "百分点, %, none" })
    void aUnitThatDiffersByTensSaysByHowMany(String sent, String own, String times) {
        assertEquals(times, Units.times(sent, own).orElse("none"));
    }
}
