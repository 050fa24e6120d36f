package io.duibiao.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;

import io.duibiao.core.Period;

/** Lets a resource declare a path or query parameter as a {@link Period}. */
@Provider
class PeriodParameter implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // the converter is given out for Period and Optional<Period> alone
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return Parameters.content(genericType) == Period.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<Period> {

        /** An optional parameter that is absent comes here too. */
        @Override
        public @Nullable Period fromString(@Nullable String text) {
            return text == null ? null : Period.of(text);
        }

        @Override
        public String toString(Period period) {
            return period.toString();
        }
    }
}
