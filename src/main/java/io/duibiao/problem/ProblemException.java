package io.duibiao.problem;

import java.util.Map;

/** Thrown anywhere, answered as {@code application/problem+json} in one place. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** @param headers of the answer: the current {@code ETag} beside a 412, {@code Retry-After} beside a 429 */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.detail().en());
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
