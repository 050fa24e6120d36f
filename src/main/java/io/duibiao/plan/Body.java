package io.duibiao.plan;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.benmanes.caffeine.cache.Interner;

import io.duibiao.core.Quantity;
import io.duibiao.web.CoreModule;

/**
 * The JSON in which a core record is kept. It is not the mapper of the requests, so that their rules do not touch what is kept.
 */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), new CoreModule(),
                    new SimpleModule("duibiao-kept").addDeserializer(Quantity.class, new Kept())
                            .addDeserializer(String.class, new Shared()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Body() {
    }

    /** What was computed from a figure (1 % of 0.1234) may have more decimals than a figure that is sent. */
    private static final class Kept extends StdDeserializer<Quantity> {

        private static final long serialVersionUID = 1L;

        Kept() {
            super(Quantity.class);
        }

        @Override
        public Quantity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return new Quantity(new BigDecimal(json.getText()));
        }
    }

    /** Codes, units and documents are said again in thousands of entries. */
    private static final class Shared extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;
        private static final Interner<String> WORDS = Interner.newWeakInterner();

        Shared() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return WORDS.intern(StringDeserializer.instance.deserialize(json, context));
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
