package io.duibiao.problem;

import java.util.Map;
import java.util.Optional;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.duibiao.core.NotAPeriod;
import io.duibiao.core.NotAQuantity;
import io.duibiao.core.Text;
import io.duibiao.core.UnreadablePhrase;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;

/** Every failure of a request becomes a problem here, and nowhere else. */
class ProblemMapping {

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final Text UNEXPECTED = new Text("服务器内部错误，请凭请求编号联系管理员",
            "Something went wrong here; tell the administrator the request id");

    /**
     * The classes named beside {@code Throwable} have mappers of the framework's own, which would be nearer and win.
     */
    @ServerExceptionMapper({ Throwable.class, MismatchedInputException.class, ValidationException.class,
            UnauthorizedException.class, AuthenticationFailedException.class, AuthenticationCompletionException.class,
            ForbiddenException.class })
    public Response answer(Throwable failure, RoutingContext routing, ResourceInfo resource) {
        Caller caller = Caller.of(routing);
        ProblemException known = known(failure, resource, login(routing)).orElseGet(() -> {
            LOG.errorf(failure, "Request %s failed: %s %s", caller.requestId(), routing.request().method(),
                    routing.request().path());
            return Problem.of(500, "INTERNAL_ERROR", UNEXPECTED).exception();
        });
        Problem problem = known.problem();
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.json(problem, caller));
        known.headers().forEach(answer::header);
        return answer.build();
    }

    /** A browser that is offered Basic puts its own window over the page of a script, which says so with this header. */
    private static String login(RoutingContext routing) {
        String bearer = "Bearer realm=\"duibiao\"";
        return routing.request().headers().contains("X-Requested-With") ? bearer
                : "Basic realm=\"duibiao\", charset=\"UTF-8\", " + bearer;
    }

    private static Optional<ProblemException> known(Throwable failure, ResourceInfo resource, String login) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<ProblemException> known = fact(cause, resource, login);
            if (known.isPresent()) {
                return known;
            }
        }
        return failure instanceof WebApplicationException refused ? Optional.of(HttpRefusals.problem(refused))
                : StorageFaults.problem(failure);
    }

    private static Optional<ProblemException> fact(Throwable cause, ResourceInfo resource, String login) {
        if (cause instanceof ProblemException thrown) {
            return Optional.of(thrown);
        }
        if (cause instanceof JsonProcessingException unreadable) {
            return BodyFaults.problem(unreadable).map(Problem::exception);
        }
        if (cause instanceof ConstraintViolationException violated) {
            return ParameterFaults.problem(violated, resource).map(Problem::exception);
        }
        if (cause instanceof UnauthorizedException || cause instanceof AuthenticationFailedException
                || cause instanceof AuthenticationCompletionException) {
            return Optional.of(new ProblemException(
                    Problem.of(401, "NOT_SIGNED_IN",
                            new Text("需要有效的登录：用户名和密码，或令牌", "A valid login is needed: user name and password, or a token")),
                    Map.of("WWW-Authenticate", login)));
        }
        if (cause instanceof ForbiddenException) {
            return Optional.of(Problem.of(403, "NOT_YOUR_ROLE",
                    new Text("当前账号的角色不能进行此操作", "The role of this account does not allow this")).exception());
        }
        return word(cause).map(fault -> Problem.of(422, fault).exception());
    }

    /** What the language of the field refuses by itself. */
    static Optional<Problem.Fault> word(Throwable cause) {
        if (cause instanceof UnreadablePhrase unread) {
            return Optional.of(new Problem.Fault(Optional.of("/phrase"), Optional.empty(), Optional.of(unread.at() + 1),
                    "UNREADABLE_PHRASE", unread.why(), Optional.of(unread.part())));
        }
        if (cause instanceof NotAQuantity outside) {
            return Optional.of(Problem.Fault.at("/value", "NUMBER_OUT_OF_RANGE",
                    new Text("须为整数部分不超过14位、小数不超过4位的数",
                            "Must be a number of at most 14 integer digits and 4 decimals"),
                    String.valueOf(outside.getMessage())));
        }
        if (cause instanceof NotAPeriod wrong) {
            return Optional.of(Problem.Fault.at("period", "NOT_A_PERIOD",
                    new Text("时期须写作 2025、2025-S1、2025-Q3、2025-09 或 2025-01/2025-07，年份在1949至2100之间",
                            "A period is written 2025, 2025-S1, 2025-Q3, 2025-09 or 2025-01/2025-07, from 1949 to 2100"),
                    String.valueOf(wrong.getMessage())));
        }
        return Optional.empty();
    }
}
