package io.duibiao;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the service begins. */
@QuarkusMain
public final class Duibiao {

    private Duibiao() {
    }

    public static void main(String... arguments) {
        // H2 takes no path without a beginning: DUIBIAO_DATA=folder is meant for the folder here.
        if (System.getProperty("duibiao.data") == null) {
            String folder = Optional.ofNullable(System.getenv("DUIBIAO_DATA")).filter(given -> !given.isBlank()).orElse("data");
            System.setProperty("duibiao.data", Path.of(folder).toAbsolutePath().toString());
        }
        Quarkus.run(null, Duibiao::end, arguments);
    }

    /** A start that fails for a known cause says so in one sentence; only an unknown one needs its trace. */
    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.named(failure, System.getProperty("duibiao.data", "")).ifPresentOrElse(
                    // As bytes: the console's own encoding may know no Chinese.
                    words -> System.err.writeBytes((words + "\n").getBytes(StandardCharsets.UTF_8)),
                    failure::printStackTrace);
        }
        System.exit(code);
    }
}
