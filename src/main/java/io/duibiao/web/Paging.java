package io.duibiao.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

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

    /** @param items those after the one of that key, all where none is given; empty where there is no such item */
    <T> Cut<T> cut(Function<Optional<String>, Optional<Iterator<T>>> items, Function<T, String> key) {
        Iterator<T> found = after.map(Paging::key).map(sent -> sent.flatMap(last -> items.apply(Optional.of(last))))
                .orElseGet(() -> items.apply(Optional.empty())).orElseThrow(this::unknownPage);
        List<T> cut = new ArrayList<>();
        while (cut.size() < size && found.hasNext()) {
            cut.add(found.next());
        }
        return new Cut<>(cut, !found.hasNext() ? Map.of()
                : Map.of(SIZE, String.valueOf(size), AFTER, opaque(key.apply(cut.get(cut.size() - 1)))));
    }

    private ProblemException unknownPage() {
        return Problem.of(400, Problem.Fault.at(AFTER, "UNKNOWN_PAGE",
                new Text("没有这一页，请从第一页重新读取", "There is no such page; begin again with the first"), after.orElse("")))
                .exception();
    }

    private static Optional<String> key(String opaque) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String opaque(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
