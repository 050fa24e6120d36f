package io.duibiao.web;

import java.io.IOException;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** Refuses an empty body and {@code null}, so that no resource ever sees one. */
@Provider
class BodyGiven implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Problem.of(400, "EMPTY_BODY", new Text("请求内容为空", "The body is empty")).exception();
        }
        return body;
    }
}
