package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;

class RollupTest {

    private static final Optional<String> ANY = Optional.empty();
    private static final List<Indicator> INDICATORS = List.of(
            indicator("days", "%", "MEAN", Optional.of("考核口径"), Optional.empty()),
            indicator("area", "亩", "SUM", Optional.empty(), Optional.empty()),
            indicator("dust", "", "WEIGHTED(people)", Optional.of("剔除沙尘"), Optional.empty()),
            indicator("people", "人", "SUM", Optional.of("常住"), Optional.empty()),
            indicator("cover", "%", "RATIO(forest/area)", Optional.empty(), Optional.empty()),
            indicator("rate", "起/枚", "RATIO(forest/area)", Optional.empty(), Optional.empty()),
            indicator("good", "%", "RATIO(good-sections/sections)", Optional.of("136"), Optional.empty()),
            indicator("good-sections", "个", "SUM", Optional.of("136"), Optional.empty()),
            indicator("sections", "个", "SUM", Optional.of("136"), Optional.empty()),
            indicator("forest", "亩", "SUM", Optional.empty(), Optional.empty()),
            indicator("coal", "%", "NONE", Optional.empty(), Optional.empty()),
            indicator("pm25", "微克", "MEAN", Optional.of("剔除沙尘"), Optional.empty()),
            new Indicator("decline", Text.same("decline"), Optional.empty(), "%", "百分点", 1, Direction.HIGHER,
                    Kind.CUMULATIVE_CHANGE, Timing.FLOW,
                    "MEAN", Optional.of("DECLINE(pm25)"), Optional.of("剔除沙尘"), List.of(), false, ""));

    /** 全区 with three leagues, a banner below one of them and a lake. */
    private static final Catalogue EARLIER = new Catalogue(Stream.concat(
            INDICATORS.stream().map(indicator -> new Entry(Noun.INDICATOR, indicator.code(), 1, Instant.EPOCH, indicator)),
            Stream.of(region("nm", "region", ""), region("a", "league", "nm"), region("b", "league", "nm"),
                    region("c", "league", "nm"), region("lake", "lake", "nm"), region("banner", "banner", "a"),
                    new Entry(Noun.GROUP, "near", 1, Instant.EPOCH, new Group("near", Text.same("near"), List.of("a", "c"),
                            new Citation("", "", "")))))
            .toList());

    private static final Catalogue CATALOGUE = EARLIER
            .and(List.of(new Entry(Noun.METHOD, Edition.CODE, 1, Instant.EPOCH, Edition.LATEST)));

    private static Indicator indicator(String code, String unit, String aggregation, Optional<String> basis,
            Optional<String> derived) {
        return new Indicator(code, Text.same(code), Optional.empty(), unit, "%", 1, Direction.HIGHER, Kind.LEVEL, Timing.FLOW,
                aggregation,
                derived,
                basis, List.of(), true, "");
    }

    private static Entry region(String code, String level, String parent) {
        return new Entry(Noun.REGION, code, 1, Instant.EPOCH, new Region(code, Text.same(code), code, level,
                Optional.of(parent).filter(above -> !above.isEmpty())));
    }

    /** Values in one line: {@code days a 2023 90.5 @剔除沙尘?}; a question mark makes them preliminary. */
    private static List<Measurement> values(String lines) {
        List<Measurement> values = new ArrayList<>();
        for (String line : lines.split(";")) {
            String[] words = line.strip().replace("?", "").split(" ");
            boolean provisional = line.endsWith("?");
            Optional<String> basis = Stream.of(words).filter(word -> word.startsWith("@")).findFirst()
                    .map(word -> word.substring(1));
            Optional<String> scope = Stream.of(words).filter(word -> word.startsWith("#")).findFirst()
                    .map(word -> word.substring(1));
            values.add(new Measurement(words[0], words[1], scope, Period.of(words[2]), basis, Optional.empty(),
                    Given.figure(words[3]), words[3], provisional ? Status.PROVISIONAL : Status.FINAL, words[1] + "报表",
                    Optional.empty(), Optional.empty(), List.of(), Instant.EPOCH, 1));
        }
        return values;
    }

    private static List<Computed> computed(String indicator, String place, List<Measurement> values) {
        return new Rollup(CATALOGUE, values).computed(CATALOGUE.indicator(indicator).orElseThrow(), place, ANY,
                Optional.of(2020));
    }

    /** What comes out, in words: {@code 2023 91.5 2/3}. */
    private static String told(List<Computed> computed) {
        return String.join("; ", computed.stream()
                .map(one -> one.value().period() + " " + one.value().printed()
                        + one.coverage().map(coverage -> " " + coverage.reported() + "/" + coverage.expected()).orElse(""))
                .sorted().toList());
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            days  | days a 2023 90; days b 2023 93; days c 2023 94.5                          | 2023 92.5 3/3
            days  | days a 2023 90; days b 2023 93                                            | 2023 91.5 2/3
            days  | days a 2023 90; days b 2022 93                                            | 2022 93 1/3; 2023 90 1/3
            days  | days a 2023 90; days b 2023 92 @含沙尘                                    | 2023 90 1/3; 2023 92 1/3
            days  | days a 2023 90 @考核口径; days b 2023 92                                  | 2023 91 2/3
            days  | days a 2023 90; days b 2023 92 #秋冬季                                    | 2023 90 1/3
            days  | days a 2023 90; days b 2023 ———; days c 2023 90以上                       | 2023 90 1/3
            days  | days a 2023 90; days b 2023 91; days c 2023 91                            | 2023 90.67 3/3
            days  | days a 2023 90; days lake 2023 10; days banner 2023 10                    | 2023 90 1/3
            area  | area a 2023 3; area b 2023 4.50; area c 2023 0                            | 2023 7.50 3/3
            area  | area a 2023 3; area b 2023 4                                              | 2023 ≥ 7 2/3
            area  | area a 2023 3; area b 2023 -4                                             | 2023 ≈ -1 2/3
            dust  | dust a 2023 90; people a 2023 1; dust b 2023 93; people b 2023 2          | 2023 92 2/3
            dust  | dust a 2023 90; people a 2023 1; dust b 2023 93                           | 2023 90 1/3
            dust  | dust a 2023 90; people a 2022 1                                           |
            dust  | dust a 2023 90; people a 2023 0                                           |
            dust  | dust a 2023 90; people a 2023 1 @户籍                                     |
            cover | forest a 2023 3; area a 2023 4; forest b 2023 1; area b 2023 6            | 2023 40 2/3
            cover | forest a 2023 3; area a 2023 4; forest b 2023 1                           | 2023 75 1/3
            cover | cover a 2023 75; cover b 2023 20; cover c 2023 30                         |
            cover | forest a 2023 0; area a 2023 0                                            |
            rate  | forest a 2023 3; area a 2023 4                                            | 2023 0.75 1/3
            good  | good-sections a 2020 3 @52; sections a 2020 4 @52                         | 2020 75 1/3
            good  | good-sections a 2020 3 @52; sections a 2020 4                             |
            coal  | coal a 2023 80; coal b 2023 80; coal c 2023 80                            |
            decline | decline a 2023 10; decline b 2023 10; decline c 2023 10                 |
            """)
    void theLeaguesAddUpToTheWholeRegion(String indicator, String values, String expected) {
        assertEquals(Optional.ofNullable(expected).orElse(""), told(computed(indicator, "nm", values(values))));
    }

    @Test
    void theFormulaShowsEachFigureAndTheLeastSettledOneColoursAll() {
        Measurement mean = computed("days", "nm", values("days a 2023 90; days b 2023 93.5?")).get(0).value();
        assertEquals(Optional.of("(90 + 93.5) ÷ 2 = 91.75"), mean.derived());
        assertEquals(Status.PROVISIONAL, mean.status());
        assertEquals("a报表；b报表", mean.source());
        assertEquals(Optional.of("(90 × 1 + 93 × 2) ÷ (1 + 2) = 92"), computed("dust", "nm",
                values("dust a 2023 90; people a 2023 1; dust b 2023 93; people b 2023 2")).get(0).value().derived());
        assertEquals(Optional.of("(3 + 1) ÷ (4 + 6) × 100 = 40"), computed("cover", "nm",
                values("forest a 2023 3; area a 2023 4; forest b 2023 1; area b 2023 6")).get(0).value().derived());
        assertEquals(Optional.of("3 + 4 → ≥ 7"),
                computed("area", "nm", values("area a 2023 3; area b 2023 4")).get(0).value().derived());
    }

    @Test
    void aGroupIsRolledUpFromItsMembersAndALeagueFromNobody() {
        assertEquals("2023 91 2/2", told(computed("days", "near", values("days a 2023 90; days b 2023 0; days c 2023 92"))));
        assertEquals("", told(computed("days", "a", values("days banner 2023 90"))));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            pm25 nm 2020 34; pm25 nm 2023 29.92                       | 2023 12
            pm25 nm 2020 34; pm25 nm 2023 34.5                        | 2023 -1.47
            pm25 nm 2020 34; pm25 nm 2023 29.92 @含沙尘               |
            pm25 nm 2020 34 @含沙尘; pm25 nm 2023 30.6 @含沙尘         | 2023 10
            pm25 nm 2020-Q1 40; pm25 nm 2020 34; pm25 nm 2023-Q1 36   | 2023-Q1 10
            pm25 nm 2019 34; pm25 nm 2020 34                          |
            pm25 nm 2020 30以上; pm25 nm 2023 20                      |
            pm25 nm 2020 0; pm25 nm 2023 20                           |
            pm25 nm 2020 40; pm25 a 2023 30; pm25 b 2023 36; pm25 c 2023 36 | 2023 15 3/3
            pm25 nm 2020 40; pm25 a 2023 30; pm25 b 2023 36           |
            """)
    void aDeclineFollowsFromTwoConcentrationsOfOneBasis(String values, String expected) {
        assertEquals(Optional.ofNullable(expected).orElse(""), told(computed("decline", "nm", values(values))));
    }

    @Test
    void aDerivedFigureIsOfTheBaseYearAskedFor() {
        Measurement decline = computed("decline", "nm", values("pm25 nm 2020 34; pm25 nm 2023 29.92")).get(0).value();
        assertEquals(Optional.of(2020), decline.baseYear());
        assertEquals(Optional.empty(), decline.basis());
        assertEquals(Optional.of("(34 − 29.92) ÷ 34 × 100 = 12"), decline.derived());
    }

    @Test
    void everythingAnIndicatorRestsOnIsNamed() {
        assertEquals(List.of("decline", "pm25"), List.copyOf(Rollup.indicators(CATALOGUE, "decline")));
        assertEquals(List.of("cover", "forest", "area"), List.copyOf(Rollup.indicators(CATALOGUE, "cover")));
    }

    private static Gen<List<Integer>> tenths() {
        return lists().of(integers().between(-500, 999)).ofSizeBetween(1, 3);
    }

    private static List<Measurement> ofLeagues(String indicator, List<Integer> tenths) {
        return IntStream.range(0, tenths.size()).mapToObj(i -> values(indicator + " " + "abc".charAt(i) + " 2023 "
                + BigDecimal.valueOf(tenths.get(i), 1)).get(0)).toList();
    }

    private static Quantity only(List<Computed> computed) {
        assertEquals(1, computed.size());
        return computed.get(0).value().figure().number().orElseThrow();
    }

    @Test
    void aMeanLiesBetweenTheLeastAndTheMost() {
        qt().forAll(tenths()).checkAssert(tenths -> {
            List<Measurement> values = ofLeagues("days", tenths);
            Quantity mean = only(computed("days", "nm", values));
            List<Quantity> sorted = values.stream().map(value -> value.figure().exact().orElseThrow())
                    .sorted(Comparator.naturalOrder()).toList();
            assertTrue(mean.compareTo(sorted.get(0)) >= 0 && mean.compareTo(sorted.get(sorted.size() - 1)) <= 0);
        });
    }

    @Test
    void theOrderOfTheRegionsNeverMatters() {
        qt().forAll(tenths(), integers().between(0, 100)).checkAssert((tenths, seed) -> {
            List<Measurement> values = new ArrayList<>(ofLeagues("days", tenths));
            List<Computed> before = computed("days", "nm", values);
            Collections.shuffle(values, new Random(seed));
            assertEquals(before, computed("days", "nm", values));
        });
    }

    @Test
    void aRatioOfEqualDenominatorsIsTheMean() {
        qt().forAll(tenths()).checkAssert(tenths -> {
            List<Measurement> parts = new ArrayList<>(ofLeagues("forest", tenths));
            parts.addAll(ofLeagues("area", Collections.nCopies(tenths.size(), 10)));
            assertEquals(only(computed("days", "nm", ofLeagues("days", tenths))), only(computed("rate", "nm", parts)));
        });
    }

    @Test
    void equalWeightsGiveTheMean() {
        qt().forAll(tenths()).checkAssert(tenths -> {
            List<Measurement> parts = new ArrayList<>(ofLeagues("dust", tenths));
            parts.addAll(ofLeagues("people", Collections.nCopies(tenths.size(), 70)));
            assertEquals(only(computed("days", "nm", ofLeagues("days", tenths))), only(computed("dust", "nm", parts)));
        });
    }

    @Test
    void aMissingRegionIsNeverZero() {
        qt().forAll(integers().between(1, 999)).checkAssert(tenths -> {
            List<Measurement> one = ofLeagues("days", List.of(tenths));
            assertEquals(one.get(0).figure().exact().orElseThrow(), only(computed("days", "nm", one)));
            Figure sum = computed("area", "nm", ofLeagues("area", List.of(tenths))).get(0).value().figure();
            assertEquals(Relation.AT_LEAST, ((Figure.Bound) sum).relation());
        });
    }

    /** 30 of 120 for the whole are 25 %, whatever the leagues' 3 of 4 and 1 of 6 come to; without either they are 40 %. */
    @Test
    void aRatioIsThatOfThePlacesOwnFiguresWhereBothWerePublished() {
        String leagues = "forest a 2023 3; area a 2023 4; forest b 2023 1; area b 2023 6";
        String both = leagues + "; forest nm 2023 30; area nm 2023 120";
        assertEquals("2023 25", told(computed("cover", "nm", values(both))));
        assertEquals("30 ÷ 120 × 100 = 25", computed("cover", "nm", values(both)).get(0).formula());
        assertEquals("2023 40 2/3", told(computed("cover", "nm", values(leagues + "; forest nm 2023 30"))));
        assertEquals("2023 40 2/3", told(computed("cover", "nm", values(leagues + "; forest nm 2023 0; area nm 2023 0"))));
        assertEquals("2023 75", told(computed("cover", "a", values(leagues))));
        assertEquals("2023 40 2/3", told(new Rollup(EARLIER, values(both))
                .computed(EARLIER.indicator("cover").orElseThrow(), "nm", ANY, Optional.of(2020))));
    }

    /** Means of 200 ÷ 3 and 176 ÷ 3 have fallen by 12 % exactly. */
    @Test
    void aDeclineOfMeansIsExact() {
        List<Computed> computed = computed("decline", "nm", values("pm25 a 2020 66; pm25 b 2020 67; pm25 c 2020 67;"
                + "pm25 a 2023 58; pm25 b 2023 59; pm25 c 2023 59"));
        assertEquals(Optional.of(Quantity.of(12)), computed.get(0).value().figure().exact());
    }
}
