package io.duibiao.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/**
 * The version of something that people edit: its ETag is the same for every reader, so that a writer can say which version he
 * saw (If-Match, RFC 9110 13.1.1).
 */
public record Version(int revision, Instant recordedAt) {

    public String etag() {
        return "\"r" + revision + "-" + recordedAt.toEpochMilli() + '"';
    }

    /** The thing itself, or 304 where the reader has this version. */
    public <T> RestResponse<T> answer(Asked asked, Supplier<T> body) {
        return Answer.of(asked, recordedAt, MediaType.APPLICATION_JSON, etag(), body);
    }

    /**
     * The thing among others that it is shown with, or 304 where the reader has all of it: the ETag begins with the version, so
     * that it serves for If-Match, and changes with the others too.
     *
     * @param newest {@code recordedAt} of the newest revision that the answer rests on
     */
    public <T> RestResponse<T> answer(Asked asked, Instant newest, Supplier<T> body) {
        String whole = Answer.etag(asked, newest, MediaType.APPLICATION_JSON).substring(1);
        return Answer.of(asked, newest, MediaType.APPLICATION_JSON, begun() + whole, body);
    }

    /** What a write left behind: 201 and its place where it made the first version, else 200. */
    public <T> RestResponse<T> written(Asked asked, boolean created, T body) {
        return written(asked, created, Map.of(), body);
    }

    /** @param key the query parameters that the thing is found by, beside the path and query of the write */
    public <T> RestResponse<T> written(Asked asked, boolean created, Map<String, String> key, T body) {
        ResponseBuilder<T> answer = created
                ? ResponseBuilder.create(RestResponse.Status.CREATED, body).location(asked.here(key))
                : ResponseBuilder.ok(body);
        return answer.type(MediaType.APPLICATION_JSON).header(HttpHeaders.ETAG, etag()).build();
    }

    /**
     * Lets a writer who wants to make the first version (If-None-Match: *) do so.
     *
     * @throws ProblemException 412 with the current ETag when there is one already
     */
    public static void first(Optional<Version> current, Asked asked) {
        current.map(Version::etag).filter(etag -> Answer.isKnown(asked, etag)).ifPresent(etag -> {
            throw new ProblemException(
                    Problem.of(412, "EXISTS_ALREADY", new Text("已有数据，未作新增", "Something stands already; nothing was added")),
                    Map.of(HttpHeaders.ETAG, etag));
        });
    }

    /**
     * Lets a writer replace the current version, where there is one.
     *
     * @throws ProblemException 428 when he names no version, 412 with the current ETag when he saw another, 422 when he gives
     *         no reason
     */
    public static void replace(Optional<Version> current, Optional<String> ifMatch, Optional<String> reason) {
        match(current, ifMatch);
        if (current.isPresent() && reason.filter(words -> !words.isBlank()).isEmpty()) {
            throw reasonRequired("/reason");
        }
    }

    /** @param pointer where the reason should be */
    public static ProblemException reasonRequired(String pointer) {
        return Problem.of(422, Problem.Fault.at(pointer, "REASON_REQUIRED",
                new Text("修改已有数据须说明原因", "A change of what stands needs a reason"), "")).exception();
    }

    /**
     * Lets a writer go on who saw the current version, where there is one.
     *
     * @throws ProblemException 428 when he names no version, 412 with the current ETag when he saw another
     */
    public static void match(Optional<Version> current, Optional<String> ifMatch) {
        if (current.isEmpty()) {
            if (ifMatch.isPresent()) {
                throw stale(Map.of());
            }
            return;
        }
        String etag = current.get().etag();
        if (ifMatch.isEmpty()) {
            throw new ProblemException(
                    Problem.of(428, "PRECONDITION_REQUIRED",
                            new Text("已有数据，修改须用 If-Match 注明所见版本",
                                    "Something stands already; name the version you saw with If-Match")),
                    Map.of(HttpHeaders.ETAG, etag));
        }
        if (Arrays.stream(ifMatch.get().split(",")).map(String::strip).noneMatch(current.get()::isSeen)) {
            throw stale(Map.of(HttpHeaders.ETAG, etag));
        }
    }

    private boolean isSeen(String tag) {
        return tag.equals("*") || tag.equals(etag()) || tag.startsWith(begun());
    }

    private String begun() {
        return "\"r" + revision + "-" + recordedAt.toEpochMilli() + ".";
    }

    private static ProblemException stale(Map<String, String> headers) {
        return new ProblemException(
                Problem.of(412, "STALE_VERSION",
                        new Text("所见版本已不是当前版本，请重新读取", "The version you saw is no longer current; read it again")),
                headers);
    }
}
