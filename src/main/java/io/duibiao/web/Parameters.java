package io.duibiao.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.duibiao.core.NotAPeriod;
import io.duibiao.core.NotAQuantity;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** Refuses a query parameter that the resource does not declare, that comes twice, that is empty, or that does not parse. */
class Parameters {

    private static final String API = "/api/v1/";
    private static final int ISO_DATE = "2025-12-31".length();

    private final Map<Method, Map<String, Class<?>>> declared = new ConcurrentHashMap<>();

    @Inject
    Asked asked;

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        UriInfo uri = request.getUriInfo();
        if (!uri.getPath().startsWith(API)) {
            return;
        }
        Map<String, Class<?>> known = new TreeMap<>(declared.computeIfAbsent(resource.getResourceMethod(), Parameters::of));
        known.put("lang", String.class);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            known.put("asOf", String.class);
        }
        uri.getPathParameters().forEach((name, sent) -> sent.forEach(text -> Characters.checked(name, text)));
        uri.getQueryParameters().forEach((name, sent) -> check(name, sent, known));
        asked.language();
        asked.asOf();
    }

    private static void check(String name, List<String> sent, Map<String, Class<?>> known) {
        Class<?> type = known.get(name);
        if (type == null) {
            List<String> nearest = Suggestions.nearest(name, known.keySet());
            List<String> offered = nearest.isEmpty() ? List.copyOf(known.keySet()) : nearest;
            throw refused(name, "UNKNOWN_PARAMETER", Text.of("没有查询参数 {0}；可用：{1}", "There is no query parameter {0}; known: {1}",
                    name, String.join(", ", offered)), name);
        }
        if (sent.size() > 1) {
            throw refused(name, "REPEATED_PARAMETER", Text.of("查询参数 {0} 重复", "The query parameter {0} is given twice", name),
                    String.join(", ", sent));
        }
        String text = Characters.checked(name, sent.get(0));
        // region= would be answered as if nothing was asked for: with the figures of every region.
        if (text.isBlank()) {
            throw refused(name, "BAD_PARAMETER", Text.of("查询参数 {0} 为空；不限时请省去该参数",
                    "The query parameter {0} is empty; leave it out where nothing is meant", name), text);
        }
        if (!parses(text, type)) {
            throw refused(name, "BAD_PARAMETER", Text.of("查询参数 {0} 无法识别{1}", "The query parameter {0} cannot be read{1}", name,
                    choices(type)), text);
        }
    }

    private static RuntimeException refused(String name, String code, Text message, String value) {
        return Problem.of(400, Problem.Fault.at(name, code, message, value)).exception();
    }

    private static boolean parses(String text, Class<?> type) {
        try {
            if (type == Period.class) {
                Period.of(text);
            } else if (type == LocalDate.class) {
                return text.length() == ISO_DATE && LocalDate.parse(text).getYear() > 0;
            } else if (type == int.class || type == Integer.class) {
                Integer.parseInt(text);
            } else if (type == BigDecimal.class) {
                Quantity.of(text);
            } else if (type == boolean.class || type == Boolean.class) {
                return text.equals("true") || text.equals("false");
            } else if (type.isEnum()) {
                return List.of(type.getEnumConstants()).stream().anyMatch(constant -> constant.toString().equals(text));
            }
            return true;
        } catch (NotAPeriod | NotAQuantity | NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    private static Text choices(Class<?> type) {
        if (type == Period.class) {
            return new Text("；如：2025、2025-S1、2025-Q3、2025-09、2025-01/2025-07",
                    "; such as 2025, 2025-S1, 2025-Q3, 2025-09, 2025-01/2025-07");
        }
        if (type == LocalDate.class) {
            return new Text("；如：2025-12-31", "; such as 2025-12-31");
        }
        boolean truth = type == boolean.class || type == Boolean.class;
        if (!type.isEnum() && !truth) {
            return Text.same("");
        }
        String names = truth ? "true, false"
                : String.join(", ", List.of(type.getEnumConstants()).stream().map(Object::toString).toList());
        return new Text("；可用：" + names, "; known: " + names);
    }

    private static Map<String, Class<?>> of(Method method) {
        Map<String, Class<?>> found = new TreeMap<>();
        BiConsumer<AnnotatedElement, Type> add = (element, type) -> Optional.ofNullable(element.getAnnotation(QueryParam.class))
                .ifPresent(query -> found.put(query.value(), content(type)));
        for (Parameter parameter : method.getParameters()) {
            add.accept(parameter, parameter.getParameterizedType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add.accept(field, field.getGenericType());
                }
            }
        }
        return found;
    }

    /** What an optional parameter holds; else its own type. */
    static Class<?> content(Type type) {
        Type content = type instanceof ParameterizedType optional ? optional.getActualTypeArguments()[0] : type;
        return content instanceof Class<?> plain ? plain : String.class;
    }
}
