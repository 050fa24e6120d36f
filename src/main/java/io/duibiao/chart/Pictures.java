package io.duibiao.chart;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.resteasy.reactive.RestResponse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.duibiao.core.Language;
import io.duibiao.history.History;
import io.duibiao.problem.Caller;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.netty.buffer.Unpooled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Pictures that were drawn, kept for whoever asks next. A request that was answered before is answered again before it comes to
 * a resource, where nothing was recorded in between.
 */
@ApplicationScoped
class Pictures {

    private static final String CHARTS = "/api/v1/charts/";
    private static final long KEPT_BYTES = 4L << 20;
    private static final int KEPT_REQUESTS = 10_000;
    /** Behind those who limit floods; what else may refuse a request did not when it was answered before. */
    private static final int BEFORE_WHO_ASKS = 990;
    private static final CharSequence AS_OF = HttpHeaders.createOptimized("As-Of");

    private final Renders renders;
    private final History history;
    /** By their ETag, which covers all that a picture depends on. */
    private final Cache<String, Buffer> drawn = Caffeine.newBuilder().maximumWeight(KEPT_BYTES)
            .<String, Buffer> weigher((etag, picture) -> picture.length()).build();
    private final Cache<Request, Known> known = Caffeine.newBuilder().maximumSize(KEPT_REQUESTS).build();

    Pictures(Renders renders, History history) {
        this.renders = renders;
        this.history = history;
    }

    private record Request(String uri, Language language) {
    }

    /**
     * How a request was answered.
     *
     * @param commits how many this process had recorded before it was
     */
    private record Known(long commits, String etag, String mediaType, String caching, String asOf) {
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_WHO_ASKS);
    }

    private void answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.method() != HttpMethod.GET || !request.path().startsWith(CHARTS) || !isAnonymous(request)) {
            routing.next();
            return;
        }
        Optional<Known> before = Optional.ofNullable(known.getIfPresent(request(routing)))
                .filter(answer -> history.commits().equals(OptionalLong.of(answer.commits())));
        if (before.isEmpty() || !isAnswered(routing, before.get())) {
            routing.next();
        }
    }

    private boolean isAnswered(RoutingContext routing, Known before) {
        HttpServerResponse response = routing.response();
        boolean isKnown = Answer.isKnown(routing.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), before.etag());
        Optional<Buffer> picture = isKnown ? Optional.empty() : asked(before.etag());
        if (!isKnown && picture.isEmpty()) {
            return false;
        }
        response.putHeader(HttpHeaders.ETAG, before.etag()).putHeader(HttpHeaders.CACHE_CONTROL, before.caching())
                .putHeader(AS_OF, before.asOf());
        if (isKnown) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, before.mediaType()).end(picture.orElseThrow());
        }
        return true;
    }

    /** One that is asked for again is kept outside the heap from then on: to be sent, it would be copied there each time. */
    private Optional<Buffer> asked(String etag) {
        return Optional.ofNullable(drawn.getIfPresent(etag)).map(picture -> {
            if (picture.getByteBuf().isDirect()) {
                return picture;
            }
            Buffer outside = Buffer.buffer(Unpooled.wrappedBuffer(
                    ByteBuffer.allocateDirect(picture.length()).put(picture.getBytes()).flip()));
            drawn.put(etag, outside);
            return outside;
        });
    }

    private static Request request(RoutingContext routing) {
        return new Request(routing.request().uri(), Caller.of(routing).language());
    }

    private static boolean isAnonymous(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION) && !request.headers().contains(HttpHeaders.COOKIE);
    }

    /** What was recorded before the figures of a picture are read; none where other processes record, too. */
    OptionalLong commits() {
        return history.commits();
    }

    /**
     * The answer with the picture, drawn where nobody has asked for it yet.
     *
     * @param commits asked before the figures were read
     * @param layout takes little memory, so that it need not wait for others
     */
    RestResponse<Buffer> answer(Asked asked, RoutingContext routing, OptionalLong commits, Instant newest, Form form,
            Supplier<Picture> layout, Function<Picture, byte[]> drawing) {
        String etag = Answer.etag(asked, newest, form.mediaType());
        RestResponse<Buffer> answer = Answer.of(asked, newest, form.mediaType(),
                () -> Optional.ofNullable(drawn.getIfPresent(etag)).orElseGet(() -> draw(etag, layout.get(), drawing)));
        if (isAnonymous(routing.request())) {
            commits.ifPresent(count -> known.put(request(routing), new Known(count, etag, form.mediaType(),
                    answer.getHeaderString("Cache-Control"), newest.toString())));
        }
        return answer;
    }

    /** Somebody else may have drawn it while this caller waited. */
    private Buffer draw(String etag, Picture picture, Function<Picture, byte[]> drawing) {
        return renders.draw(() -> drawn.get(etag, absent -> Buffer.buffer(drawing.apply(picture))));
    }
}
