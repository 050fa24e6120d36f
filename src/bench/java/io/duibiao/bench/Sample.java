package io.duibiao.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values of every month since 1950: region by region, month by month, the indicators of each beside one another, as offices do. */
record Sample(List<String> indicators) {

    private static final List<String> REGIONS = List.of("150100", "150200", "150300", "150400", "150500", "150600", "150700",
            "150800", "150900", "152200", "152500", "152900", "150781", "152501", "150000");
    private static final int FIRST_YEAR = 1950;
    private static final int MONTHS = 12 * (2025 - FIRST_YEAR);

    /** A value and what it is of. */
    record Row(String indicator, String region, String period, String value) {

        String path() {
            return "/api/v1/measurements/" + indicator + '/' + region + '/' + period;
        }

        String line() {
            return String.join(",", indicator, region, period, value, "盟市月报");
        }
    }

    /** Of all indicators that are shares. */
    static Sample of(Packaged service) throws IOException, InterruptedException {
        String answer = service.get("/api/v1/indicators?page%5Bsize%5D=1000");
        return new Sample(Pattern.compile("\"code\":\"([^\"]+)\"[^{}]*?\"unit\":\"%\"[^{}]*?\"kind\":\"LEVEL\"").matcher(answer)
                .results().map(found -> found.group(1)).filter(code -> !code.endsWith("completion")).toList());
    }

    Row row(int number) {
        int month = number / indicators.size() % MONTHS;
        String region = REGIONS.get(number / indicators.size() / MONTHS);
        return new Row(indicators.get(number % indicators.size()), region,
                String.format(Locale.ROOT, "%d-%02d", FIRST_YEAR + month / 12, 1 + month % 12),
                "4" + number % 10 + "." + number % 7);
    }

    /** @param faulty how many of the last rows have a figure that is none */
    Path file(Path file, int from, int to, int faulty) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("indicator,region,period,value,source\n");
            for (int number = from; number < to; number++) {
                Row row = row(number);
                text.write(number < to - faulty ? row.line()
                        : new Row(row.indicator(), row.region(), row.period(), "x").line());
                text.write('\n');
            }
        }
        return file;
    }
}
