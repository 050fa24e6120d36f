package io.duibiao.plan;

import java.math.BigDecimal;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.duibiao.core.Figure;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Rule;

/** The JSON in which a core record is kept. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).addMixIn(Rule.class, Typed.class)
            .addMixIn(Figure.class, Typed.class).addMixIn(Quantity.class, Number.class).addMixIn(Period.class, Span.class)
            .registerSubtypes(Stream.of(Rule.class, Figure.class).flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                    .toArray(Class<?>[]::new))
            .build();

    private Body() {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {
    }

    private abstract static class Number {

        @JsonValue
        abstract BigDecimal number();

        @JsonCreator
        static Quantity of(BigDecimal number) {
            throw new AssertionError();
        }
    }

    private abstract static class Span {

        @Override
        @JsonValue
        public abstract String toString();

        @JsonCreator
        static Period of(String text) {
            throw new AssertionError();
        }
    }

    static String of(Record content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T extends Record> T read(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
