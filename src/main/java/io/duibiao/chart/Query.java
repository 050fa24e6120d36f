package io.duibiao.chart;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.duibiao.core.Period;

/** What asks for a picture, in one spelling, whatever was left to the defaults: what a picture says that it shows. */
final class Query {

    private static final String CHARTS = "/api/v1/charts/";

    private Query() {
    }

    /** {@code /api/v1/charts/bullet.png?lang=zh-CN&period=2020&plan=nm-eep-14&region=150000&scale=1&theme=light&width=1200}. */
    static String of(Charts.Wish wish, Look look, Form form) {
        Map<String, String> parameters = new TreeMap<>();
        wish.plan().ifPresent(plan -> parameters.put("plan", plan));
        wish.region().ifPresent(region -> parameters.put("region", region));
        wish.indicator().ifPresent(indicator -> parameters.put("indicator", indicator));
        wish.sent().ifPresent(period -> parameters.put("period", period.toString()));
        parameters.put("width", Integer.toString(look.canvas().width()));
        look.canvas().height().ifPresent(height -> parameters.put("height", Integer.toString(height)));
        parameters.put("scale", Double.toString(look.canvas().scale()).replaceFirst("\\.0$", ""));
        parameters.put("theme", look.theme().name().toLowerCase(Locale.ROOT));
        parameters.put("lang", look.language().tag());
        return CHARTS + wish.kind().name().toLowerCase(Locale.ROOT) + "." + form.suffix() + "?" + parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * What a picture was asked to show.
     *
     * @param query as {@link #of} wrote it
     * @param asOf none for what is known now
     */
    static Charts.Wish wish(String query, Optional<Instant> asOf) {
        String kind = query.substring(CHARTS.length(), query.indexOf('.'));
        Map<String, String> parameters = Arrays.stream(query.substring(query.indexOf('?') + 1).split("&"))
                .map(parameter -> parameter.split("=", 2)).collect(Collectors.toMap(parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
        return new Charts.Wish(Charts.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), named(parameters, "plan"),
                named(parameters, "region"), named(parameters, "indicator"), named(parameters, "period").map(Period::of), asOf);
    }

    private static Optional<String> named(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
