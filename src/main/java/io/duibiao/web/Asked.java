package io.duibiao.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import io.duibiao.core.Language;
import io.duibiao.core.Text;
import io.duibiao.problem.Caller;
import io.duibiao.problem.Problem;
import io.vertx.ext.web.RoutingContext;

/** What every request asks alike: in which language, as of when, and whether the caller has the answer already. */
@RequestScoped
public class Asked {

    private static final OffsetDateTime EARLIEST = OffsetDateTime.of(1949, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime LATEST = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Inject
    UriInfo uri;
    @Inject
    HttpHeaders headers;
    @Inject
    RoutingContext routing;

    /** @throws io.duibiao.problem.ProblemException 400 when {@code ?lang=} names no language of the service */
    public Language language() {
        Optional<String> unknown = parameter("lang").filter(lang -> Caller.named(lang).isEmpty());
        if (unknown.isPresent()) {
            throw Problem.of(400, Problem.Fault.at("lang", "UNKNOWN_LANGUAGE",
                    new Text("语言须为 zh-CN 或 en", "The language is zh-CN or en"), unknown.get())).exception();
        }
        return Caller.of(routing).language();
    }

    /**
     * The instant that {@code ?asOf=} names: {@code 2026-03-01T00:00:00Z} or with an offset. A bare date is refused, because a
     * day has no one instant.
     */
    public Optional<Instant> asOf() {
        return parameter("asOf").map(asOf -> instant("asOf", asOf));
    }

    /** @throws io.duibiao.problem.ProblemException 400 when a parameter that the question needs is not there */
    public static <T> T given(String name, Optional<T> sent) {
        return sent.orElseThrow(() -> Problem.of(400, Problem.Fault.at(name, "MISSING_PARAMETER",
                Text.of("缺少查询参数 {0}", "The query parameter {0} is missing", name), "")).exception());
    }

    /** @throws io.duibiao.problem.ProblemException 400 when the parameter of this name is no instant */
    public static Instant instant(String name, String sent) {
        try {
            // An unescaped + of an offset arrives as a space.
            OffsetDateTime named = OffsetDateTime.parse(sent.replace(' ', '+'));
            if (named.isAfter(EARLIEST) && named.isBefore(LATEST)) {
                return named.toInstant();
            }
        } catch (DateTimeParseException e) {
            // Refused below, in the caller's words.
        }
        throw Problem.of(400, Problem.Fault.at(name, "NOT_AN_INSTANT",
                new Text("时点须写作 2026-03-01T00:00:00Z 或 2026-03-01T08:00:00+08:00",
                        "An instant is written 2026-03-01T00:00:00Z or 2026-03-01T08:00:00+08:00"),
                sent)).exception();
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name));
    }

    /** Path and query in one spelling, whatever order the parameters came in. */
    String question() {
        return uri.getPath() + "?" + new TreeMap<>(uri.getQueryParameters());
    }

    /** This request again with other parameters in place of its own; names and values are encoded here. */
    URI again(Map<String, String> parameters) {
        Map<String, List<String>> query = new TreeMap<>(uri.getQueryParameters());
        parameters.forEach((name, content) -> query.put(name, List.of(content)));
        return at(query);
    }

    /** Where this is found, in whatever language, with these parameters too. */
    URI here(Map<String, String> parameters) {
        Map<String, List<String>> query = new TreeMap<>(uri.getQueryParameters());
        query.remove("lang");
        parameters.forEach((name, content) -> query.put(name, List.of(content)));
        return at(query);
    }

    private URI at(Map<String, List<String>> query) {
        String parameters = query.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(content -> encoded(one.getKey()) + "=" + encoded(content)))
                .collect(Collectors.joining("&"));
        return URI.create(uri.getAbsolutePath() + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    List<String> ifNoneMatch() {
        List<String> sent = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        return sent == null ? List.of() : sent;
    }

    boolean anonymous() {
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && headers.getHeaderString(HttpHeaders.COOKIE) == null;
    }
}
