package io.duibiao.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** What has come of a file so far; another thread may look. */
final class Tally {

    private static final int MOST_ERRORS = 1000;
    private static final int MOST_FLAGGED = 200;
    private static final int OK = 200;
    static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    /** A value that was taken and should be looked at. */
    record Flagged(int line, int column, String code, Text message) {
    }

    /**
     * What is told beside the counts.
     *
     * @param form how the file was read
     * @param errors the first thousand
     */
    record Report(String form, List<Problem.Fault> errors, List<Understood.As> understood, List<Flagged> flagged) {

        static final Report NONE = new Report("", List.of(), List.of(), List.of());
    }

    private final String form;
    private final List<Problem.Fault> errors = new ArrayList<>();
    private final List<Flagged> flagged = new ArrayList<>();
    private final Understood understood = new Understood();
    final AtomicInteger rows = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger unchanged = new AtomicInteger();
    final AtomicInteger rejected = new AtomicInteger();
    /** Lines without a value. */
    final AtomicInteger empty = new AtomicInteger();
    /** Whether the columns are not known, so that nothing was read. */
    boolean unreadable;
    /** Whether a value is of a region that its sender does not write for. */
    volatile boolean foreign;

    Tally(String form) {
        this.form = form;
    }

    int settled() {
        return accepted.get() + unchanged.get();
    }

    /** Whether nothing may be recorded. */
    boolean refused(boolean atomic) {
        return status(atomic) != OK;
    }

    /** The HTTP status that says what has come of it. */
    int status(boolean atomic) {
        return foreign ? FORBIDDEN : unreadable || atomic && rejected.get() > 0 ? UNPROCESSABLE : OK;
    }

    void error(Problem.Fault fault) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(fault);
        }
    }

    void flag(Sheet.Place place, Flag flag) {
        if (flagged.size() < MOST_FLAGGED) {
            flagged.add(new Flagged(place.line(), place.column(), flag.code(), flag.message()));
        }
    }

    Understood understood() {
        return understood;
    }

    Report report() {
        return new Report(form, List.copyOf(errors), understood.list(), List.copyOf(flagged));
    }
}
