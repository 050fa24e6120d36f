package io.duibiao.problem;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.duibiao.core.Text;

/** What HTTP itself refuses: no such path, method or form. */
final class HttpRefusals {

    private HttpRefusals() {
    }

    static ProblemException problem(WebApplicationException refused) {
        Response response = refused.getResponse();
        // JAX-RS reports a parameter that does not convert as a path that does not exist.
        boolean unconverted = response.getStatus() == 404 && refused.getCause() instanceof IllegalArgumentException;
        Problem problem = unconverted ? Problem.of(400, "BAD_PARAMETER", new Text("参数无法识别", "A parameter cannot be read"))
                : of(response.getStatus());
        return new ProblemException(problem, allowed(response));
    }

    private static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", new Text("请求无法识别", "The request cannot be read"));
            case 404 -> Problem.of(404, "NO_SUCH_PATH", new Text("没有这个地址", "There is nothing at this path"));
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", new Text("此地址不支持这个方法", "This path does not take this method"));
            case 406 -> Problem.of(406, "NOT_ACCEPTABLE",
                    new Text("没有 Accept 所要求的格式", "There is no form that Accept asks for"));
            case 413 -> Problem.of(413, "TOO_LARGE", new Text("请求内容超过上限", "The body is over the limit"));
            case 415 -> Problem.of(415, "UNSUPPORTED_MEDIA_TYPE",
                    new Text("此地址不收这种内容类型，可用的类型见接口说明",
                            "This path does not take that content type; the API description names those it takes"));
            default -> Problem.of(status, "REQUEST_REFUSED", new Text("请求未能受理", "The request is refused"));
        };
    }

    private static Map<String, String> allowed(Response response) {
        return response.getHeaders().containsKey(HttpHeaders.ALLOW)
                ? Map.of(HttpHeaders.ALLOW,
                        response.getHeaders().get(HttpHeaders.ALLOW).stream().map(Object::toString)
                                .collect(Collectors.joining(", ")))
                : Map.of();
    }
}
