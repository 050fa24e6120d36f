package io.duibiao.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;

import io.duibiao.core.Text;

/** What a database says when it is down, full, or has another writer at the same row. */
final class StorageFaults {

    private static final Map<String, String> SOON = Map.of("Retry-After", "5");
    /** H2 gives its own numbers as states: 90028 and 90031 input/output, 90067 broken, 90098 closed, 90121 closing down. */
    private static final Set<String> H2_DOWN = Set.of("90020", "90028", "90031", "90067", "90098", "90121");
    private static final Set<String> H2_FULL = Set.of("90100");
    private static final Set<String> CONTENDED = Set.of("40001", "40P01", "55P03", "HYT00");

    private StorageFaults() {
    }

    static Optional<ProblemException> problem(Throwable failure) {
        if (any(failure, StorageFaults::full)) {
            return Optional.of(Problem.of(507, "STORAGE_FULL",
                    new Text("存储空间不足，未能保存", "The disk is full; nothing was stored")).exception());
        }
        if (any(failure, cause -> cause instanceof OptimisticLockException || cause instanceof StaleStateException)) {
            return Optional.of(Problem.of(412, "CHANGED_MEANWHILE",
                    new Text("内容已被他人修改，请重新读取后再提交", "Changed by someone else; read it again first")).exception());
        }
        if (any(failure, cause -> cause instanceof SQLException refused && state(refused).equals("23505"))) {
            return Optional.of(Problem.of(409, "RECORDED_MEANWHILE",
                    new Text("同一内容刚刚由他人录入，请重新读取", "Someone else recorded the same just now; read it again")).exception());
        }
        return any(failure, StorageFaults::down) ? Optional.of(new ProblemException(Problem.of(503, "STORAGE_UNAVAILABLE",
                new Text("数据库暂时无法使用，请稍后再试", "The database cannot be reached; try again later")), SOON)) : Optional.empty();
    }

    private static boolean any(Throwable failure, Predicate<Throwable> fact) {
        return reasons(failure).anyMatch(fact);
    }

    /** A commit that fails tells why among what it suppressed. */
    private static Stream<Throwable> reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).flatMap(cause -> Stream.concat(Stream.of(cause),
                Arrays.stream(cause.getSuppressed()).flatMap(StorageFaults::reasons)));
    }

    /** The words are the operating system's: a file database hands them on under many error numbers. */
    private static boolean full(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left on device") || message.contains("not enough space on the disk")
                || cause instanceof SQLException refused
                        && (state(refused).equals("53100") || H2_FULL.contains(state(refused)));
    }

    private static boolean down(Throwable cause) {
        if (!(cause instanceof SQLException refused)) {
            return cause instanceof JDBCConnectionException;
        }
        String state = state(refused);
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || H2_DOWN.contains(state)
                || CONTENDED.contains(state) || String.valueOf(refused.getMessage()).contains("cquisition timeout");
    }

    private static String state(SQLException refused) {
        return String.valueOf(refused.getSQLState());
    }
}
