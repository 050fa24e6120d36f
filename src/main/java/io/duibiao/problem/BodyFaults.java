package io.duibiao.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.duibiao.core.Text;

/** What is wrong with a JSON body, and where. */
final class BodyFaults {

    private BodyFaults() {
    }

    /** Empty where the fault is in the program and not in the body. */
    static Optional<Problem> problem(JsonProcessingException unreadable) {
        if (unreadable instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        return Optional.of(said(unreadable).orElseGet(() -> shape(unreadable)));
    }

    /** A type of ours read the text and refused it: its own words, at the place in the body. */
    private static Optional<Problem> said(JsonProcessingException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            Optional<Problem> said = cause instanceof ProblemException thrown ? Optional.of(thrown.problem())
                    : ProblemMapping.word(cause).map(fault -> Problem.of(422, fault));
            if (said.isPresent()) {
                return said.map(problem -> placed(problem, unreadable));
            }
        }
        return Optional.empty();
    }

    private static Problem placed(Problem problem, JsonProcessingException unreadable) {
        return new Problem(problem.status(), problem.code(), problem.detail(), problem.faults().stream()
                .map(fault -> at(unreadable, fault.code(), fault.message(), fault.value())).toList());
    }

    private static Problem shape(JsonProcessingException unreadable) {
        JsonProcessingException reason = reason(unreadable);
        if (reason instanceof InputCoercionException || constrained(reason, "Number")) {
            return Problem.of(422,
                    at(unreadable, "NUMBER_OUT_OF_RANGE", new Text("数值超出范围", "The number is out of range"), Optional.empty()));
        }
        if (reason instanceof StreamConstraintsException) {
            return Problem.of(400, at(unreadable, "TOO_DEEP", new Text("嵌套过深", "Nested too deeply"), Optional.empty()));
        }
        if (reason instanceof UnrecognizedPropertyException unknown) {
            return Problem.of(400, at(unreadable, "UNKNOWN_FIELD",
                    Text.of("没有字段 {0}", "There is no field {0}", unknown.getPropertyName()),
                    Optional.of(unknown.getPropertyName())));
        }
        if (reason instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            return Problem.of(422, at(unreadable, "BAD_VALUE", choices(wrong), Optional.of(String.valueOf(wrong.getValue()))));
        }
        if (reason.getOriginalMessage().startsWith("Duplicate")) {
            String name = reason.getOriginalMessage().replaceAll("(?s)^[^'\"]*['\"]|['\"][^'\"]*$", "");
            return Problem.of(400, at(unreadable, "DUPLICATE_FIELD",
                    Text.of("字段 {0} 重复", "The field {0} is given twice", name), Optional.of(name)));
        }
        if (reason.getOriginalMessage().startsWith("Trailing token")) {
            return Problem.of(400, at(unreadable, "TRAILING_TOKENS",
                    new Text("JSON 之后还有内容", "Something follows after the JSON"), Optional.empty()));
        }
        if (reason instanceof MismatchedInputException) {
            return Problem.of(400,
                    at(unreadable, "BAD_SHAPE", new Text("类型不符", "Not of the type expected here"), Optional.empty()));
        }
        return Problem.of(400, at(unreadable, "MALFORMED_JSON", new Text("不是合法的 JSON", "Not well-formed JSON"),
                Optional.empty()));
    }

    private static boolean constrained(JsonProcessingException reason, String what) {
        return reason instanceof StreamConstraintsException && reason.getOriginalMessage().startsWith(what);
    }

    /** The binding wraps what the parser said once for each field on the way in. */
    private static JsonProcessingException reason(JsonProcessingException unreadable) {
        return unreadable.getCause() instanceof JsonProcessingException inner ? reason(inner) : unreadable;
    }

    private static Text choices(InvalidFormatException wrong) {
        String names = Arrays.stream(wrong.getTargetType().getEnumConstants()).map(Object::toString)
                .collect(Collectors.joining(", "));
        return Text.of("须为以下之一：{0}", "Must be one of: {0}", names);
    }

    private static Problem.Fault at(JsonProcessingException unreadable, String code, Text message, Optional<String> value) {
        Optional<JsonLocation> place = Optional.ofNullable(reason(unreadable).getLocation()).filter(l -> l.getLineNr() > 0);
        return new Problem.Fault(pointer(unreadable), place.map(JsonLocation::getLineNr), place.map(JsonLocation::getColumnNr),
                code, message, value);
    }

    private static Optional<String> pointer(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(mapping.getPath().stream().map(step -> "/" + (step.getFieldName() == null ? step.getIndex()
                : step.getFieldName().replace("~", "~0").replace("/", "~1"))).collect(Collectors.joining()));
    }
}
