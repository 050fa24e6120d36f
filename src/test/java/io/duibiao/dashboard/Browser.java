package io.duibiao.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** A real browser: Debian's Chromium, which ./check installs where it may. */
final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    final com.microsoft.playwright.Browser chromium;

    private Browser(Path program) {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET));
    }

    /** Without a browser the tests do not run, and the build server does not let that pass. */
    static Browser start() {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of).filter(Files::isExecutable).findFirst();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("no browser: install Debian's chromium");
        }
        Assumptions.assumeTrue(program.isPresent(), "no browser");
        return new Browser(program.orElseThrow());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
