import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;

/**
 * The first view of the overview: the packaged service with its seed data and values of five years, warm; a browser with an empty
 * profile. It is complete when all rows and tiles are drawn and nothing is fetched any more.
 */
public final class FirstView {

    private static final int WARMING = 30;
    private static final int LOADS = 15;
    private static final String PASSWORD = "correct horse 1";
    private static final List<String> LEAGUES = List.of("150100", "150200", "150300", "150400", "150500", "150600", "150700",
            "150800", "150900", "152200", "152500", "152900");
    private static final List<String> INDICATORS = List.of("air-good-days", "non-fossil-share", "forest-cover", "grassland-cover",
            "farmland-safe-use", "plot-safe-use", "groundwater-class-v", "rural-sewage-treatment", "ecological-quality-index");

    /** Told by the page itself: the clock begins with the navigation. */
    private static final String COMPLETE = """
            () => document.querySelectorAll('.indicators tbody tr').length === 21 && document.querySelectorAll('.tile').length === 12
                && !document.body.hasAttribute('aria-busy')
                && Math.max(...performance.getEntriesByType('resource').filter(each => !each.name.includes('/fonts/'))
                    .map(each => each.responseEnd), performance.getEntriesByType('paint').at(-1)?.startTime ?? 1e9, window.drawn ?? 1e9)
            """;
    private static final String WATCH = """
            new MutationObserver(() => { if (document.querySelectorAll('.tile').length === 12) window.drawn ??= performance.now(); })
                .observe(document, { childList: true, subtree: true });
            """;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    private FirstView(int port) {
        root = "http://127.0.0.1:" + port;
    }

    private record Load(double milliseconds, Map<String, Integer> bytes, int requests) {

        int light() {
            return bytes.entrySet().stream().filter(each -> !each.getKey().equals("typeface")).mapToInt(Map.Entry::getValue).sum();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path folder = Files.createTempDirectory("duibiao-page");
        ProcessBuilder java = new ProcessBuilder("java", "-Xmx320m", "-jar", "target/quarkus-app/quarkus-run.jar");
        java.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port), "DUIBIAO_DATA",
                folder.toString(), "DUIBIAO_ADMIN_PASSWORD", PASSWORD));
        Process service = java.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        try {
            new FirstView(port).run(service);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private void run(Process service) throws Exception {
        while (!ready()) {
            if (!service.isAlive()) {
                throw new IllegalStateException("the service did not start");
            }
            Thread.sleep(200);
        }
        fill();
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            for (int load = 0; load < WARMING; load++) {
                open(chromium, true);
            }
            for (boolean typeface : new boolean[] { true, false }) {
                List<Load> loads = new ArrayList<>();
                for (int load = 0; load < LOADS; load++) {
                    loads.add(open(chromium, typeface));
                }
                tell(typeface ? "the typeface is fetched" : "the machine has a Chinese typeface", loads);
            }
        }
    }

    /** A machine that has a Chinese typeface never asks for ours. */
    private Load open(Browser chromium, boolean typeface) {
        try (BrowserContext context = chromium.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                .setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.addInitScript(WATCH);
            if (!typeface) {
                page.route("**/fonts/*", Route::abort);
            }
            CDPSession network = context.newCDPSession(page);
            network.send("Network.enable");
            Map<String, String> addresses = new TreeMap<>();
            Map<String, Integer> bytes = new TreeMap<>();
            List<String> requests = new ArrayList<>();
            network.on("Network.responseReceived", event -> addresses.put(event.get("requestId").getAsString(),
                    event.getAsJsonObject("response").get("url").getAsString()));
            network.on("Network.loadingFinished", event -> count(event, addresses, bytes, requests));
            page.navigate(root + "/");
            double milliseconds = ((Number) page.waitForFunction(COMPLETE).jsonValue()).doubleValue();
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            return new Load(milliseconds, bytes, requests.size());
        }
    }

    private static void count(JsonObject event, Map<String, String> addresses, Map<String, Integer> bytes, List<String> requests) {
        String address = addresses.getOrDefault(event.get("requestId").getAsString(), "");
        String what = address.contains("/fonts/") ? "typeface" : address.contains("/api/") ? "data" : "page";
        bytes.merge(what, event.get("encodedDataLength").getAsInt(), Integer::sum);
        requests.add(address);
    }

    private static void tell(String how, List<Load> loads) {
        double[] sorted = loads.stream().mapToDouble(Load::milliseconds).sorted().toArray();
        Load any = loads.get(0);
        System.out.printf(Locale.ROOT, "%s: %d loads, median %.0f ms (%.0f to %.0f; middle half %.0f to %.0f)%n", how, sorted.length,
                sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], sorted[sorted.length / 4],
                sorted[sorted.length * 3 / 4]);
        System.out.printf(Locale.ROOT, "%d requests, %,d bytes on the wire: %s%n", any.requests(), any.light(), any.bytes());
    }

    private void fill() throws IOException, InterruptedException {
        for (int year = 2021; year <= 2025; year++) {
            for (int place = 0; place < LEAGUES.size(); place++) {
                put("air-good-days/" + LEAGUES.get(place) + "/" + year, 80 + place + (year - 2020) / 2.0);
            }
            for (int indicator = 0; indicator < INDICATORS.size(); indicator++) {
                put(INDICATORS.get(indicator) + "/150000/" + year, 20 + 8 * indicator + (year - 2020) / 2.0);
            }
        }
    }

    private void put(String place, double value) throws IOException, InterruptedException {
        int status = client.send(HttpRequest.newBuilder(URI.create(root + "/api/v1/measurements/" + place))
                .header("Content-Type", "application/json").header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes()))
                .PUT(BodyPublishers.ofString("{\"value\":" + value + ",\"source\":\"年报\"}")).build(), BodyHandlers.ofString())
                .statusCode();
        if (status != 201) {
            throw new IllegalStateException(place + ": " + status);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(root + "/q/health/ready")).build(), BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
