package io.duibiao.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** Which page of a list is asked for; a resource takes it as {@code @BeanParam @Valid}. */
public class Paging {

    private static final String SIZE = "page[size]";
    private static final String AFTER = "page[after]";

    @Parameter(description = "Items on a page")
    @QueryParam(SIZE)
    @DefaultValue("200")
    @Min(1)
    @Max(1000)
    public int size = 200;

    @Parameter(description = "As given by the Link of the page before")
    @QueryParam(AFTER)
    public Optional<String> after = Optional.empty();

    /**
     * @param next the parameters that ask for the page after, empty on the last
     */
    record Cut<T>(List<T> items, Map<String, String> next) {
    }

    <T> Cut<T> cut(List<T> items, Function<T, String> key) {
        int from = after.map(sent -> 1 + at(items, key, sent)).orElse(0);
        int to = Math.min(from + size, items.size());
        return new Cut<>(items.subList(from, to), to == items.size() ? Map.of()
                : Map.of(SIZE, String.valueOf(size), AFTER, opaque(key.apply(items.get(to - 1)))));
    }

    private static <T> int at(List<T> items, Function<T, String> key, String sent) {
        return IntStream.range(0, items.size()).filter(i -> opaque(key.apply(items.get(i))).equals(sent)).findFirst()
                .orElseThrow(() -> Problem.of(400, Problem.Fault.at(AFTER, "UNKNOWN_PAGE",
                        new Text("没有这一页，请从第一页重新读取", "There is no such page; begin again with the first"), sent))
                        .exception());
    }

    private static String opaque(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
