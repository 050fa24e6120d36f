package io.duibiao;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.duibiao.core.Text;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;

/** Why the service could not start, where the one who starts it can mend the cause. */
final class StartFailure {

    /** <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">Error codes of H2</a>. */
    private static final int IN_USE = 90020;
    private static final Set<Integer> NO_FILE = Set.of(90028, 90031, 90062);
    /** Classes of SQLSTATE: no connection, not let in, no such database. */
    private static final Set<String> NO_SERVER = Set.of("08", "28", "3D");

    private StartFailure() {
    }

    /** The cause and its remedy in both languages; empty for a cause that is not known. */
    static Optional<String> named(Throwable failure, String folder) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> of(cause, folder).stream()).findFirst();
    }

    private static Optional<String> of(Throwable cause, String folder) {
        if (cause instanceof QuarkusBindException taken) {
            return both(Text.of("端口 {0} 已被占用或不可用，请停用占用该端口的程序，或以 QUARKUS_HTTP_PORT 另行指定端口。",
                    "port {0} is in use or cannot be opened: stop what holds it, or name another one in QUARKUS_HTTP_PORT.",
                    taken.getPort()));
        }
        if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
        return cause instanceof SQLException refused ? database(refused, folder) : Optional.empty();
    }

    private static Optional<String> database(SQLException refused, String folder) {
        if (refused.getErrorCode() == IN_USE) {
            return both(Text.of("数据目录 {0} 正由另一进程使用，请先停止该进程，或以 DUIBIAO_DATA 另行指定目录。",
                    "the data folder {0} is in use by another process: stop that one, or name another folder in DUIBIAO_DATA.",
                    folder));
        }
        if (NO_FILE.contains(refused.getErrorCode())) {
            return both(Text.of("数据目录 {0} 不是目录或无法写入，请检查其权限，或以 DUIBIAO_DATA 另行指定目录。",
                    "the data folder {0} is not a folder or cannot be written: check who may write it, or name another folder in "
                            + "DUIBIAO_DATA.",
                    folder));
        }
        if (refused.getSQLState() != null && NO_SERVER.stream().anyMatch(refused.getSQLState()::startsWith)) {
            return both(Text.of("无法连接数据库，请检查数据库是否运行以及 QUARKUS_DATASOURCE_JDBC_URL、_USERNAME、_PASSWORD（{0}）。",
                    "the database cannot be reached: check that it runs, and QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and "
                            + "_PASSWORD ({0}).",
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    private static Optional<String> both(Text why) {
        return Optional.of("服务未启动：" + why.zh() + " / Not started: " + why.en());
    }
}
