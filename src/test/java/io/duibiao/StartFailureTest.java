package io.duibiao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.QuarkusBindException;

class StartFailureTest {

    private static String named(Throwable cause) {
        return StartFailure.named(new IllegalStateException("Failed to start", cause), "/srv/duibiao").orElseThrow();
    }

    @Test
    void aDataFolderThatIsAFileIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        SQLException refused = assertThrows(SQLException.class,
                () -> DriverManager.getConnection("jdbc:h2:file:" + file + "/duibiao;TRACE_LEVEL_FILE=0").close());
        assertEquals("服务未启动：数据目录 /srv/duibiao 不是目录或无法写入，请检查其权限，或以 DUIBIAO_DATA 另行指定目录。"
                + " / Not started: the data folder /srv/duibiao is not a folder or cannot be written: check who may write it, "
                + "or name another folder in DUIBIAO_DATA.", named(refused));
    }

    @Test
    void aDataFolderInUseIsNamed() {
        assertTrue(named(new SQLException("Database may be already in use", "90020", 90020))
                .startsWith("服务未启动：数据目录 /srv/duibiao 正由另一进程使用，"));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        SQLException refused = assertThrows(SQLException.class, () -> {
            try (Connection none = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none", "nobody", "")) {
                none.commit();
            }
        });
        assertTrue(named(refused).startsWith("服务未启动：无法连接数据库，"));
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertTrue(named(new QuarkusBindException("0.0.0.0", 8080, new BindException())).startsWith("服务未启动：端口 8080 已被占用或不可用，"));
    }

    @Test
    void anUnknownCauseKeepsItsTrace() {
        assertEquals(Optional.empty(), StartFailure.named(new IllegalStateException("?"), "/srv/duibiao"));
    }
}
