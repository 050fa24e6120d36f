package io.duibiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.duibiao.core.Direction;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Rule;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CoreModuleTest {

    @Inject
    ObjectMapper json;

    @Test
    void aRuleIsWrittenWithItsTypeAndItsFigureAsPrinted() throws JsonProcessingException {
        Rule rule = new Rule.Maintain(Quantity.of("45"), Quantity.ZERO, true, Optional.empty(), "稳定在45");

        String written = json.writerFor(Rule.class).writeValueAsString(rule);

        assertEquals(
                "{\"type\":\"Maintain\",\"value\":45,\"tolerance\":0,\"assumed\":true,\"unit\":null,\"printed\":\"稳定在45\"}",
                written);
        assertEquals(rule, json.readValue(written, Rule.class));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws JsonProcessingException {
        List<Rule> rules = List.of(
                new Rule.Between(Quantity.of(1), Quantity.of(2), Optional.of("个"), "1-2个"),
                new Rule.ChangeBy(Quantity.of("15.0"), Rule.ChangeUnit.PERCENT, Optional.of(2015), true, false,
                        Optional.empty(),
                        "下降15%"),
                new Rule.Complete(Optional.empty(), true, Optional.empty(), "基本完成"),
                new Rule.Improve(Rule.Against.EVERY_YEAR, "持续改善"), new Rule.StateAssessed("达到国家考核目标"));
        for (Rule rule : rules) {
            assertEquals(rule, json.readValue(json.writeValueAsString(rule), Rule.class));
        }
        for (Figure figure : List.of(new Figure.Exact(Quantity.of("90.80")), new Figure.Absent(), new Figure.Words("达到"),
                new Figure.Bound(Relation.AT_LEAST, Quantity.of(90)))) {
            assertEquals(figure, json.readValue(json.writeValueAsString(figure), Figure.class));
        }
        Indicator indicator = new Indicator("grassland-cover", new Text("草原综合植被盖度", "Grassland cover"), Optional.empty(), "%",
                "百分点", 1,
                Direction.HIGHER, Kind.LEVEL, Timing.STOCK, "NONE", Optional.empty(), Optional.empty(), List.of("含沙尘"), false,
                "");
        assertEquals(indicator, json.readValue(json.writeValueAsString(indicator), Indicator.class));
    }

    @Test
    void aQuantityKeepsItsScaleAndNeverShowsAnExponent() throws JsonProcessingException {
        assertEquals("12.50", json.writeValueAsString(json.readValue("12.50", Quantity.class)));
        assertEquals("12.50", json.writeValueAsString(json.readValue("\"12.50\"", Quantity.class)));
        assertEquals("0.0000000001", json.writeValueAsString(new Quantity(new BigDecimal("1E-10"))));
        assertEquals("1000", json.writeValueAsString(json.readValue("1.0e3", Quantity.class)));
    }

    @Test
    void aPeriodIsItsText() throws JsonProcessingException {
        assertEquals("\"2025-Q3\"", json.writeValueAsString(json.readValue("\"2025-Q3\"", Period.class)));
    }
}
