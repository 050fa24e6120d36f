package io.duibiao.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.NotAQuantity;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Rule;
import io.duibiao.core.Scheme;

/**
 * The core types as JSON, the same on the wire and in storage: a quantity is a plain number, a period its text, a
 * rule or figure carries its {@code type}. A {@code Text} keeps both languages; who answers a request chooses one.
 */
public final class CoreModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public CoreModule() {
        super("duibiao-core");
        addSerializer(Quantity.class, new QuantityWriter());
        addDeserializer(Quantity.class, new QuantityReader());
        addSerializer(Period.class, ToStringSerializer.instance);
        addDeserializer(Period.class, new PeriodReader());
        setMixInAnnotation(Rule.class, Typed.class);
        setMixInAnnotation(Figure.class, Typed.class);
        setMixInAnnotation(Indicator.class, IndicatorFields.class);
        registerSubtypes(Rule.class.getPermittedSubclasses());
        registerSubtypes(Figure.class.getPermittedSubclasses());
        setMixInAnnotation(Scheme.Points.class, Typed.class);
        registerSubtypes(Scheme.Points.class.getPermittedSubclasses());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {
    }

    private interface IndicatorFields {
        @JsonIgnore
        boolean isPercent();

        @JsonIgnore
        boolean isShare();

        /** What an indicator without further bases says stays the same as before there were any. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> bases();
    }

    private static final class QuantityWriter extends StdSerializer<Quantity> {

        private static final long serialVersionUID = 1L;

        QuantityWriter() {
            super(Quantity.class);
        }

        @Override
        public void serialize(Quantity quantity, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(quantity.toString());
        }
    }

    private static final class QuantityReader extends StdDeserializer<Quantity> {

        private static final long serialVersionUID = 1L;
        private static final int MAX_LENGTH = 40;

        QuantityReader() {
            super(Quantity.class);
        }

        /** From the raw text, so that 1e10000000 is refused before anything computes with it. */
        @Override
        public Quantity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return Quantity.of(json.getText());
            }
            if (!json.currentToken().isNumeric()) {
                return (Quantity) context.handleUnexpectedToken(Quantity.class, json);
            }
            String text = json.getText();
            if (text.length() > MAX_LENGTH) {
                throw new NotAQuantity(text);
            }
            try {
                return Quantity.of(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw new NotAQuantity(text);
            } catch (NotAQuantity e) {
                throw new NotAQuantity(text);
            }
        }
    }

    private static final class PeriodReader extends StdDeserializer<Period> {

        private static final long serialVersionUID = 1L;

        PeriodReader() {
            super(Period.class);
        }

        @Override
        public Period deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.currentToken() == JsonToken.VALUE_STRING ? Period.of(json.getText())
                    : (Period) context.handleUnexpectedToken(Period.class, json);
        }
    }
}
