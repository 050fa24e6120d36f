package io.duibiao.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;

import io.duibiao.core.Text;

/** Which parameter or field of the body breaks a constraint. */
final class ParameterFaults {

    private ParameterFaults() {
    }

    /** Empty where the program broke a constraint of its own: a return value, or a call that no request made. */
    static Optional<Problem> problem(ConstraintViolationException violated, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return Optional.empty();
        }
        List<Problem.Fault> faults = new ArrayList<>();
        boolean body = true;
        for (ConstraintViolation<?> violation : violated.getConstraintViolations()) {
            List<Path.Node> path = new ArrayList<>();
            violation.getPropertyPath().forEach(path::add);
            if (path.size() < 2 || path.get(1).getKind() != ElementKind.PARAMETER) {
                return Optional.empty();
            }
            Optional<String> parameter = parameter(method.getParameters()[path.get(1).as(Path.ParameterNode.class)
                    .getParameterIndex()], path);
            body &= parameter.isEmpty();
            faults.add(Problem.Fault.at(parameter.orElseGet(() -> pointer(path.subList(2, path.size()))), code(violation),
                    message(violation), String.valueOf(violation.getInvalidValue())));
        }
        // A set has no order, and an answer should have one.
        faults.sort(Comparator.comparing(fault -> fault.pointer().orElse("")));
        Problem first = Problem.of(body ? 422 : 400, faults.get(0));
        return Optional.of(new Problem(first.status(), first.code(), first.detail(), faults));
    }

    private static Optional<String> parameter(Parameter parameter, List<Path.Node> path) {
        if (!parameter.isAnnotationPresent(BeanParam.class)) {
            return name(parameter.getAnnotation(QueryParam.class), parameter.getAnnotation(PathParam.class));
        }
        String field = path.get(2).getName();
        try {
            var declared = parameter.getType().getDeclaredField(field);
            return name(declared.getAnnotation(QueryParam.class), declared.getAnnotation(PathParam.class));
        } catch (NoSuchFieldException e) {
            return Optional.of(field);
        }
    }

    private static Optional<String> name(QueryParam query, PathParam path) {
        return query != null ? Optional.of(query.value()) : path != null ? Optional.of(path.value()) : Optional.empty();
    }

    private static String pointer(List<Path.Node> steps) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node step : steps) {
            if (step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            }
            if (step.getName() != null && step.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(step.getName());
            }
        }
        return pointer.toString();
    }

    private static String code(ConstraintViolation<?> violation) {
        return missing(violation) ? "MISSING" : "NOT_ALLOWED";
    }

    private static boolean missing(ConstraintViolation<?> violation) {
        return List.of("NotNull", "NotBlank", "NotEmpty").contains(constraint(violation).getSimpleName());
    }

    private static Class<? extends Annotation> constraint(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation().annotationType();
    }

    private static Text message(ConstraintViolation<?> violation) {
        Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
        if (missing(violation)) {
            return new Text("必填", "Required");
        }
        return switch (constraint(violation).getSimpleName()) {
            case "Min", "DecimalMin" -> Text.of("不得小于 {0}", "Must be at least {0}", String.valueOf(limits.get("value")));
            case "Max", "DecimalMax" -> Text.of("不得大于 {0}", "Must be at most {0}", String.valueOf(limits.get("value")));
            case "Size" -> Text.of("长度须在 {0} 至 {1} 之间", "Must have between {0} and {1} characters or items",
                    String.valueOf(limits.get("min")),
                    String.valueOf(limits.get("max")));
            // Its own message names what may be sent.
            case "Pattern" -> Text.of("可用：{0}", "Known: {0}", String.valueOf(limits.get("message")));
            default -> new Text("不符合要求", "Not allowed");
        };
    }
}
