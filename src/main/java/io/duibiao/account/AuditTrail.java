package io.duibiao.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status.Family;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Tells the audit log of every write that was made or refused. */
@Singleton
class AuditTrail {

    private final Audit audit;

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        String method = request.getMethod();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS)) {
            return;
        }
        String username = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity().getPrincipal().getName()
                : "";
        int status = response.getStatus();
        if (status == 401) {
            audit.refused(Audit.Event.NOT_SIGNED_IN, username, routing, status);
        } else if (status == 403) {
            audit.refused(Audit.Event.NOT_ALLOWED, username, routing, status);
        } else if (Family.familyOf(status) == Family.SUCCESSFUL && !username.isEmpty()) {
            audit.written(username, routing, status);
        }
    }
}
