package io.duibiao;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The data folder that a released version left, as {@code src/released/keep} kept it, opened by this one. */
abstract class ReleasedFolder implements QuarkusTestProfile {

    private final String version;

    ReleasedFolder(String version) {
        this.version = version;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Unzipped.class, Map.of("version", version)));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    public static class Unzipped implements QuarkusTestResourceLifecycleManager {

        private String version = "";

        @Override
        public void init(Map<String, String> arguments) {
            version = Objects.requireNonNull(arguments.get("version"));
        }

        @Override
        public Map<String, String> start() {
            Path folder = Path.of("target", "released", version).toAbsolutePath();
            try (InputStream zipped = Objects.requireNonNull(
                    Unzipped.class.getResourceAsStream("/released/" + version + "/data.zip"));
                    ZipInputStream files = new ZipInputStream(zipped)) {
                Files.createDirectories(folder);
                Files.copy(files, folder.resolve(Objects.requireNonNull(files.getNextEntry()).getName()),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("duibiao.data", folder.toString());
        }

        @Override
        public void stop() {
            // What was opened stays for whoever wants to look.
        }
    }
}
