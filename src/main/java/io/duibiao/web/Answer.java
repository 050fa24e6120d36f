package io.duibiao.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Builds the answer to a read: its ETag, what caches may do with it, and 304 where the caller has it already. */
public final class Answer {

    private static final String PROGRAM_VERSION = ConfigProvider.getConfig().getValue("quarkus.application.version",
            String.class);

    private Answer() {
    }

    /**
     * The answer as JSON.
     *
     * @param newest {@code recordedAt} of the newest revision that the answer rests on
     * @param body asked only when the caller does not have it yet
     */
    public static <T> RestResponse<T> of(Asked asked, Instant newest, Supplier<T> body) {
        return of(asked, newest, MediaType.APPLICATION_JSON, body);
    }

    /** The answer in another form, a picture or a table. */
    public static <T> RestResponse<T> of(Asked asked, Instant newest, String mediaType, Supplier<T> body) {
        return of(asked, newest, mediaType, etag(asked, newest, mediaType), body);
    }

    static <T> RestResponse<T> of(Asked asked, Instant newest, String mediaType, String etag, Supplier<T> body) {
        ResponseBuilder<T> answer = isKnown(asked, etag) ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(body.get(), mediaType);
        return answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, caching(asked))
                .header("As-Of", newest.toString()).build();
    }

    /**
     * One page of a list as JSON, with the next page linked.
     *
     * @param items all of them, in their order
     * @param key what tells an item from every other
     */
    public static <T> RestResponse<Page<T>> page(Asked asked, Instant newest, Paging paging, Supplier<List<T>> items,
            Function<T, String> key) {
        return page(asked, newest, paging, after -> {
            List<T> all = items.get();
            int from = after.map(last -> 1 + all.stream().map(key).toList().indexOf(last)).orElse(0);
            return after.isPresent() && from == 0 ? Optional.empty() : Optional.of(all.listIterator(from));
        }, key);
    }

    /**
     * The same for a list whose items are found one after another, so that those of other pages need not be.
     *
     * @param items those after the one of that key, all where none is given; empty where there is no such item
     */
    public static <T> RestResponse<Page<T>> page(Asked asked, Instant newest, Paging paging,
            Function<Optional<String>, Optional<Iterator<T>>> items, Function<T, String> key) {
        return page(asked, newest, paging, items, key, Page::new);
    }

    /** The same in another shape, such as the bare array that some tools want. */
    public static <T, B> RestResponse<B> page(Asked asked, Instant newest, Paging paging,
            Function<Optional<String>, Optional<Iterator<T>>> items, Function<T, String> key, Function<List<T>, B> shape) {
        String etag = etag(asked, newest, MediaType.APPLICATION_JSON);
        if (isKnown(asked, etag)) {
            return of(asked, newest, () -> shape.apply(List.of()));
        }
        Paging.Cut<T> cut = paging.cut(items, key);
        RestResponse<B> answer = of(asked, newest, () -> shape.apply(cut.items()));
        if (!cut.next().isEmpty()) {
            answer.getHeaders().add(HttpHeaders.LINK, "<" + asked.again(cut.next()) + ">; rel=\"next\"");
        }
        return answer;
    }

    private static String caching(Asked asked) {
        return asked.anonymous() ? "public, no-cache" : "private, no-cache";
    }

    /** Covers everything that the answer depends on: the question, the language, the program and what was read. */
    public static String etag(Asked asked, Instant newest, String mediaType) {
        String state = String.join("\n", asked.question(), asked.language().tag(), mediaType, PROGRAM_VERSION,
                newest.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 18)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isKnown(Asked asked, String etag) {
        return isKnown(asked.ifNoneMatch(), etag);
    }

    /**
     * If-None-Match compares weakly (RFC 9110, 13.1.2).
     *
     * @param ifNoneMatch the header's values
     */
    public static boolean isKnown(List<String> ifNoneMatch, String etag) {
        return ifNoneMatch.stream().flatMap(sent -> Arrays.stream(sent.split(","))).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
