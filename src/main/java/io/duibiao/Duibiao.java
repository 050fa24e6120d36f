package io.duibiao;

import java.nio.file.Path;
import java.util.Optional;

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
        Quarkus.run(arguments);
    }
}
