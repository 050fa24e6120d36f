package io.duibiao.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * Whatever is written later, a question asked again as of the instant that its answer named gets that answer, byte for byte.
 * {@code -Dduibiao.test.random=…} repeats a run that failed.
 */
@QuarkusTest
class AsOfHttpTest {

    private static final int WRITES = 220;
    private static final int YEARS = 4;
    private static final int FIRST_YEAR = 2021;

    @Inject
    Seeding seeding;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long number = Long.getLong("duibiao.test.random", System.nanoTime());
    private final Random random = new Random(number);
    private final Paper paper = new Paper(random);
    private final List<Answered> answers = new ArrayList<>();

    /** An answer that was given without asking for an instant, and the instant that it named. */
    private record Answered(String question, String asOf, byte[] body, int number) {
    }

    /** The planners' paper: seed tables of this test's own, in which a row is changed now and then. */
    private static final class Paper {

        private static final List<String> LEVELS = List.of("asof-air", "asof-share", "asof-stock");
        private static final List<String> REGIONS = List.of("asof00", "asof01", "asof02", "asof03", "asof04");

        private final Random random;
        private final Map<String, String> indicators = new TreeMap<>();
        private final Map<String, String> regions = new TreeMap<>();
        private final Map<String, String> groups = new TreeMap<>();
        private final Map<String, String> plans = new TreeMap<>();
        private final Map<String, String> targets = new TreeMap<>();
        private final Map<String, String> comparable = new TreeMap<>();

        Paper(Random random) {
            this.random = random;
            indicators.put("cod", "asof-cod,甲化学需氧量减排比例,COD,,%,%,2,HIGHER,CUMULATIVE_CHANGE,STOCK,NONE,,,考核口径,false,");
            indicators.put("part", "asof-part,甲达标断面数,Sections that pass,,个,个,0,HIGHER,LEVEL,FLOW,SUM,,,,false,");
            indicators.put("pm", "asof-pm,甲细颗粒物浓度,Fine particles,,微克/立方米,%,1,LOWER,LEVEL,FLOW,MEAN,,剔除沙尘,考核口径,false,");
            indicators.put("fall",
                    "asof-fall,甲细颗粒物下降比例,Fall,,%,百分点,1,HIGHER,CUMULATIVE_CHANGE,FLOW,NONE,DECLINE(asof-pm),剔除沙尘,考核口径,false,");
            indicators.put("whole", "asof-whole,甲断面数,Sections,,个,个,0,NONE,LEVEL,FLOW,SUM,,,,false,");
            change("indicator");
            REGIONS.forEach(this::region);
            change("group");
            change("plan");
            for (int i = 1; i <= 14; i++) {
                target(i);
            }
            targets.put("found", "asof-plan.17,asof-plan,asof-stock,,asof00,,,EXPECTED,BY,2025-12-31,,得到有效保障,,,,,,,,,,,,,,,,"
                    + "asof-plan,一,得到有效保障\n");
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        /** What the planners rewrite. */
        void change(String what) {
            switch (what) {
                case "indicator" -> {
                    String passDown = String.valueOf(random.nextBoolean());
                    indicators.put("air", "asof-air,甲优良天数比例,Good days,,%,百分点,1,HIGHER,LEVEL,FLOW,"
                            + any(List.of("MEAN,,剔除沙尘,考核口径," + passDown, "NONE,,剔除沙尘,考核口径,false",
                                    "WEIGHTED(asof-whole),,剔除沙尘,考核口径," + passDown))
                            + ",");
                    indicators.put("share", "asof-share,甲优良断面比例,Good water,,%,百分点,1,HIGHER,LEVEL,FLOW,"
                            + any(List.of("RATIO(asof-part/asof-whole),,,考核口径," + passDown, "NONE,,,考核口径,false")) + ",");
                    indicators.put("stock", "asof-stock,甲森林覆盖率,Forest,,%,百分点,1,HIGHER,LEVEL,STOCK,NONE,,,考核口径,false,"
                            + any(List.of("", "注" + random.nextInt(9))));
                }
                case "region" -> region(any(REGIONS));
                case "group" -> groups.put("near", "asof-near,甲城区,Near," + any(List.of("asof01 asof02", "asof02 asof03 asof04"))
                        + ",asof-plan,三/(一),甲城区");
                case "plan" -> {
                    plans.put("plan", "asof-plan,甲规划,A plan,,甲政府,region," + any(List.of("2021-09-30", "2022-01-01"))
                            + ",2021,2025,2020");
                    plans.put("later", "asof-later,甲方案,A later plan,,甲政府," + any(List.of("region", "league"))
                            + ",2022-05-25,2021,2025,2020");
                }
                case "comparable" -> comparable.put("air", "asof-air,剔除沙尘,考核口径,理由" + random.nextInt(9) + ",《甲公报》,二,可比");
                default -> target(1 + random.nextInt(16));
            }
        }

        private void region(String code) {
            int number = Integer.parseInt(code.substring(4));
            String parent = number == 0 ? "" : number == 4 ? any(List.of("asof00", "asof01")) : "asof00";
            regions.put(code, code + "," + any(List.of("甲", "乙")) + number + "市,City " + number + ",甲" + number + ","
                    + (number == 0 ? "region" : "league") + "," + parent);
        }

        private void target(int number) {
            boolean change = number % 5 == 0;
            String plan = number % 3 == 0 ? "asof-later" : "asof-plan";
            String place = random.nextInt(4) == 0 ? ",asof-near," + any(List.of("EACH", "TOGETHER")) : any(REGIONS) + ",,";
            String printed = change ? "减少" + (5 + random.nextInt(10)) + "%以上"
                    : any(List.of("达到国家考核目标", "不低于" + (70 + random.nextInt(25)) + "%", "达到" + (60 + random.nextInt(39)) + "%"));
            targets.put("target" + number, plan + "." + number + "," + plan + ","
                    + (change ? any(List.of("asof-cod", "asof-fall")) : any(LEVELS)) + ",," + place + ","
                    + any(List.of("BINDING", "BINDING", "EXPECTED", "TASK")) + ",BY," + any(List.of("2023-12-31", "2025-12-31"))
                    + ",," + printed + ",," + (change ? "基期" : "") + ",," + ",,".substring(1) + (change ? "2020" : "") + ","
                    + (change ? "" : any(List.of("60", "71.5"))) + ",,,,,,,,," + any(List.of("", "asof-path")) + "," + plan
                    + ",一,"
                    + printed + "\n");
        }

        Seed seed() {
            return new Tables("asof")
                    .put("plans.csv",
                            "code,title_zh,title_en,document_number,issuer,level,issued,start_year,end_year,base_year",
                            lines(plans))
                    .put("plan_notes.csv", "plan,number,note").put("indicators.csv", Tables.INDICATORS, lines(indicators))
                    .put("regions.csv", "code,name_zh,name_en,short_name,level,parent", lines(regions))
                    .put("groups.csv", "code,name_zh,name_en,members,document,section,quote", lines(groups))
                    .table("comparable_bases.csv", "indicator,basis_a,basis_b,reason,document,section,quote\n"
                            + comparable.values().stream().map(line -> line + "\n").collect(Collectors.joining()))
                    .table("targets.csv", Tables.TARGETS + String.join("", targets.values())).seed();
        }

        private static String lines(Map<String, String> rows) {
            return String.join("\n", rows.values());
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + RestAssured.port + "/api/v1" + path);
    }

    private HttpResponse<byte[]> get(String question) {
        return send(HttpRequest.newBuilder(at(question)).GET());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String path, String body) {
        put(path, path, body);
    }

    private void put(String path, String standingAt, String body) {
        HttpResponse<byte[]> standing = get(standingAt);
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .PUT(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("Authorization",
                        "Basic " + Base64.getEncoder()
                                .encodeToString("admin:correct horse 1".getBytes(StandardCharsets.UTF_8)));
        standing.headers().firstValue("ETag").ifPresent(etag -> request.header("If-Match", etag));
        HttpResponse<byte[]> answer = send(request);
        assertTrue(answer.statusCode() < 300, path + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    private void write() {
        int kind = random.nextInt(20);
        if (kind < 11) {
            measure();
        } else if (kind < 14) {
            resolve();
        } else if (kind < 15) {
            find();
        } else if (kind < 17) {
            edit();
        } else {
            paper.change(any(List.of("target", "target", "target", "indicator", "region", "group", "plan", "comparable")));
            seeding.load(paper.seed());
            // What lost a neighbour is asked before anything else moves its instant.
            paper.targets.values().stream().map(row -> row.split(",", 7)).filter(row -> random.nextBoolean())
                    .forEach(row -> ask("/attainment/" + row[0] + "/" + (row[4].isEmpty() ? row[5] : row[4]) + "/2023"));
        }
    }

    private void measure() {
        String indicator = any(
                List.of("asof-air", "asof-air", "asof-share", "asof-part", "asof-whole", "asof-stock", "asof-cod",
                        "asof-pm", "asof-fall"));
        String key = indicator + "/" + any(Paper.REGIONS) + "/"
                + (random.nextInt(6) == 0 ? "2023-S1" : 2020 + random.nextInt(5));
        String query = switch (indicator) {
            case "asof-air", "asof-pm" -> any(List.of("", "?basis=" + encoded("考核口径")));
            case "asof-cod" -> any(List.of("", "?baseYear=2020", "?baseYear=2015"));
            case "asof-fall" -> "?baseYear=2020";
            default -> "";
        };
        put("/measurements/" + key + query, "{\"value\":" + (1 + random.nextInt(98)) + ",\"source\":\"" + "报表"
                + random.nextInt(3) + "\",\"status\":\"" + any(List.of("FINAL", "PROVISIONAL")) + "\",\"reason\":\"核实\"}");
    }

    private void resolve() {
        List<String> open = paper.targets.values().stream().filter(row -> row.contains("达到国家考核目标"))
                .map(row -> row.substring(0, row.indexOf(','))).toList();
        if (!open.isEmpty()) {
            String phrase = "≥" + (60 + random.nextInt(35)) + "%";
            put("/targets/" + any(open) + "/resolution", "{\"phrase\":\"" + phrase + "\",\"issuedAt\":\"2024-05-14\","
                    + "\"issuer\":\"某部\",\"basis\":" + any(List.of("null", "\"考核口径\"")) + ",\"citation\":{\"document\":\"某函\","
                    + "\"section\":\"附件\",\"quote\":\"" + phrase + "\"},\"reason\":\"调整\"}");
        }
    }

    private void find() {
        put("/targets/asof-plan.17/judgement", "/targets/asof-plan.17/judgement?period=2023",
                "{\"outcome\":\"" + any(List.of("MET", "NOT_MET"))
                        + "\",\"period\":\"2023\",\"evidence\":\"现场核查" + random.nextInt(9) + "\",\"reason\":\"复核\"}");
    }

    /** What a planner changes through the API. */
    private void edit() {
        String path = any(List.of("/regions/" + any(Paper.REGIONS), "/plans/asof-plan", "/groups/asof-near",
                "/indicators/asof-stock", "/targets/asof-plan.17"));
        String answer = new String(get(path).body(), StandardCharsets.UTF_8);
        String content = answer.substring(answer.indexOf("\"content\":{") + "\"content\":".length(), answer.lastIndexOf('}'));
        put(path, content.replaceFirst("\"en\":\"[^\"]*\"", "\"en\":\"Edited " + random.nextInt(9) + "\"")
                .replaceFirst("\"attribute\":\"[A-Z]*\"", "\"attribute\":\"" + any(List.of("BINDING", "TASK")) + "\"")
                .replaceFirst("}$", ",\"reason\":\"修订\"}"));
    }

    private String question() {
        String plan = any(List.of("asof-plan", "asof-later"));
        String target = any(paper.targets.values().stream().map(row -> row.substring(0, row.indexOf(','))).toList());
        String place = any(List.of("asof00", "asof00", "asof01", "asof02", "asof03", "asof04", "asof-near"));
        int period = FIRST_YEAR + random.nextInt(YEARS);
        String indicator = any(List.of("asof-air", "asof-share", "asof-stock", "asof-cod", "asof-pm", "asof-fall"));
        return switch (random.nextInt(21)) {
            case 0, 1 -> "/attainment?plan=" + plan + "&period=" + period;
            case 2 -> "/attainment?region=" + place + "&period=" + period + "&outcome=" + any(List.of("MET", "NOT_MET"));
            case 3, 4, 5, 6, 7 -> "/attainment/" + target + "/" + place + "/" + period;
            case 8, 9 -> "/attainment/" + target + "/" + place + "/" + period + "/methods";
            case 10 -> "/measurements?indicator=" + indicator;
            case 11 -> "/measurements/asof-stock/" + place + "/" + period + any(List.of("", "/revisions"));
            case 12 -> "/targets?plan=" + plan;
            case 13 -> "/targets/" + target + any(List.of("", "/resolution"));
            case 14 -> any(List.of("/conflicts", "/regions/" + place, "/groups", "/plans/" + plan, "/indicators/" + indicator,
                    "/schemes/asof-points"));
            case 15 -> "/scorecards/" + plan + "/" + place + "/" + period + "?list="
                    + any(List.of("binding.notMet", "schedule.notApplicable", "expected.met"));
            case 16, 17 -> "/scorecards/" + plan + "/" + place + "/" + period + any(List.of("", "?scheme=asof-points"));
            case 18 -> "/scorecards/" + plan + "?period=" + period;
            case 19 -> any(List.of("/attainment.ndjson?plan=" + plan + "&period=" + period,
                    "/attainment?plan=" + plan + "&below=asof00&period=" + period,
                    "/facts.csv?plan=" + plan + "&period=" + period));
            default -> "/charts/" + any(List.of("bullet", "scorecard", "trend", "ranking", "matrix")) + ".png?plan=" + plan
                    + "&region=" + place + "&indicator=" + indicator + "&period=" + period + "&width=640";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String asOf(String question, String instant) {
        return question + (question.contains("?") ? "&" : "?") + "asOf=" + encoded(instant);
    }

    /** What there is, now, and not otherwise as of an instant that is still to come. */
    private void ask(String question) {
        HttpResponse<byte[]> answer = get(question);
        if (answer.statusCode() == 200) {
            String instant = answer.headers().firstValue("As-Of").orElseThrow();
            answers.add(new Answered(question, instant, answer.body(), answers.size()));
            if (answers.size() % 5 == 0) {
                assertArrayEquals(answer.body(), get(asOf(question, "2999-01-01T00:00:00Z")).body(), () -> told(question));
            }
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            namedIn(body).ifPresent(named -> assertEquals(Instant.parse(instant), named, () -> told(question)));
        }
    }

    /** The instant that the body itself names. */
    private static Optional<Instant> namedIn(String body) {
        int at = body.indexOf("\"asOf\":\"");
        return at < 0 ? Optional.empty() : Optional.of(Instant.parse(body.substring(at + 8, body.indexOf('"', at + 8))));
    }

    private void askAgain(Answered before) {
        String question = asOf(before.question(), before.asOf());
        HttpResponse<byte[]> again = get(question);
        assertEquals(200, again.statusCode(), () -> told(question));
        if (!Arrays.equals(before.body(), again.body())) {
            assertEquals(new String(before.body(), StandardCharsets.UTF_8), new String(again.body(), StandardCharsets.UTF_8),
                    () -> told(question + ", answer " + before.number() + " of " + answers.size()));
        }
    }

    private String told(String question) {
        return "-Dduibiao.test.random=" + number + " " + question;
    }

    @Test
    void theSameQuestionAsOfAnEarlierInstantGetsTheEarlierAnswerByteForByte() {
        System.out.println("as of: -Dduibiao.test.random=" + number);
        seeding.load(paper.seed());
        IntStream.rangeClosed(1, WRITES).forEach(writes -> {
            write();
            ask(question());
            ask(question());
            if (writes % 10 == 0) {
                askAgain(any(answers));
            }
        });
        answers.forEach(this::askAgain);
        assertTrue(answers.size() > WRITES, () -> told(answers.size() + " answers"));
    }
}
