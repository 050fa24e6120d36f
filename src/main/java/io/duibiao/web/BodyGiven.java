package io.duibiao.web;

import java.io.IOException;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** Refuses an empty body and {@code null}, so that no resource ever sees one. */
@Provider
class BodyGiven implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = read(context);
        if (body == null) {
            throw Problem.of(400, "EMPTY_BODY", new Text("请求内容为空", "The body is empty")).exception();
        }
        return body;
    }

    /** A body without a length is counted while it is read: it may grow over the limit, or break off. */
    private static @Nullable Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw Problem.of(413, "BODY_NOT_READ",
                    new Text("请求内容超过上限，或未传完", "The body is over the limit, or broke off")).exception();
        }
    }
}
