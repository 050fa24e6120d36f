package io.duibiao.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses an empty body, {@code null} and a body that is not UTF-8, so that no resource ever sees one. A resource that takes a
 * file as a stream sees what was sent.
 */
@Provider
class BodyGiven implements ReaderInterceptor {

    @Inject
    ObjectMapper json;
    @Inject
    RoutingContext routing;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(BodyLimits.bounded(context.getInputStream(), routing));
        if (context.getType() == InputStream.class) {
            return context.proceed();
        }
        Optional.ofNullable(context.getMediaType()).map(type -> type.getParameters().get(MediaType.CHARSET_PARAMETER))
                .filter(charset -> !charset.matches("(?i)utf-?8")).ifPresent(charset -> {
                    throw Problem.of(415, "UNSUPPORTED_CHARSET", new Text("请求内容须为 UTF-8", "Send UTF-8")).exception();
                });
        byte[] sent = sent(context);
        beforeFault(sent).ifPresent(before -> {
            throw Problem.of(400,
                    new Problem.Fault(Optional.empty(), Optional.of(1 + (int) before.chars().filter(c -> c == '\n').count()),
                            Optional.of(before.length() - before.lastIndexOf('\n')), "NOT_UTF8",
                            new Text("请求内容不是 UTF-8", "The body is not UTF-8"), Optional.empty()))
                    .exception();
        });
        context.setInputStream(new ByteArrayInputStream(sent));
        Object body = read(context, sent);
        if (body == null) {
            throw Problem.of(400, "EMPTY_BODY", new Text("请求内容为空", "The body is empty")).exception();
        }
        return body;
    }

    private static byte[] sent(ReaderInterceptorContext context) {
        try {
            return context.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw Problem.of(400, "BODY_NOT_READ", new Text("请求内容未传完", "The body broke off")).exception();
        }
    }

    /** A NUL is a fault too: JSON has none, and UTF-16 and UTF-32 have one beside every bracket. */
    private static Optional<String> beforeFault(byte[] sent) {
        return Utf8.beforeFault(sent).or(() -> {
            String text = new String(sent, StandardCharsets.UTF_8);
            int nul = text.indexOf('\0');
            return nul < 0 ? Optional.empty() : Optional.of(text.substring(0, nul));
        });
    }

    private @Nullable Object read(ReaderInterceptorContext context, byte[] sent) throws IOException {
        try {
            return context.proceed();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StreamConstraintsException limit) {
                    throw new StreamConstraintsException(limit.getOriginalMessage(), limit(sent));
                }
            }
            throw e;
        }
    }

    /** A parser does not say where it met a limit, but it stops there. */
    private JsonLocation limit(byte[] sent) throws IOException {
        try (JsonParser parser = json.createParser(sent)) {
            try {
                while (parser.nextToken() != null) {
                    parser.finishToken();
                }
            } catch (StreamConstraintsException e) {
                // It is there.
            }
            return parser.currentLocation();
        }
    }
}
