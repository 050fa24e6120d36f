package io.duibiao.problem;

/** Thrown anywhere, answered as {@code application/problem+json} in one place. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail().en());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
