package io.duibiao.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds {@code targets:parse} also for the clients that write its colon as {@code %3A}. */
class EscapedColon {

    @ServerRequestFilter(preMatching = true)
    public void unescape(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String plain = path.replace("%3A", ":").replace("%3a", ":");
        if (!plain.equals(path)) {
            request.setRequestUri(UriBuilder.fromUri(request.getUriInfo().getRequestUri()).replacePath(plain).build());
        }
    }
}
