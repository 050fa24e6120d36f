package io.duibiao.briefing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.duibiao.attainment.Attainments;
import io.duibiao.attainment.Attainments.Assessed;
import io.duibiao.attainment.Attainments.Wanted;
import io.duibiao.briefing.Pack.Illustration;
import io.duibiao.briefing.Pack.Part;
import io.duibiao.briefing.Pack.Section;
import io.duibiao.chart.Charts;
import io.duibiao.chart.Said;
import io.duibiao.chart.Words;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;

/** Gathers what a briefing rests on, and says it. */
@Singleton
class Briefings {

    /** A comparison of fewer places says nothing. */
    private static final int PLACES_TO_COMPARE = 3;
    private static final int WIDTH = 760;
    private static final int MOST_HEIGHT = 1080;
    private static final int WIDE = 1120;
    private static final int WIDE_HEIGHT = 540;

    private final Plans plans;
    private final Attainments attainments;
    private final Charts charts;

    Briefings(Plans plans, Attainments attainments, Charts charts) {
        this.plans = plans;
        this.attainments = attainments;
        this.charts = charts;
    }

    /**
     * What a briefing rests on.
     *
     * @param newest when the newest revision was recorded of all that was read
     */
    record Gathered(Catalogue catalogue, Plan plan, Text region, Period period, List<Verdict> verdicts,
            Map<Charts.Kind, Charts.Shown> charts, Instant newest) {
    }

    Gathered gather(String plan, String region, Period period, Optional<Instant> asOf) {
        Lookup named = Lookup.ofPath(plans.at(asOf));
        Plan asked = named.plan(plan);
        named.place(region);
        Map<Charts.Kind, Charts.Shown> shown = new HashMap<>();
        Stream.of(Charts.Kind.SCORECARD, Charts.Kind.BULLET)
                .forEach(kind -> shown.put(kind, show(kind, plan, region, Optional.empty(), period, asOf)));
        Assessed assessed = attainments.assess(of(plan, Optional.of(region)), period, asOf);
        List<String> below = named.catalogue().children(region).stream().map(Region::code).toList();
        Optional<String> compared = below.size() < Charts.MOST_REGIONS
                ? compared(attainments.assess(of(plan, Optional.empty()), below, period, asOf).verdicts())
                : Optional.empty();
        if (compared.isPresent()) {
            boolean leagues = named.catalogue().region(region).filter(place -> place.level().equals("region")).isPresent();
            shown.put(Charts.Kind.MATRIX, show(Charts.Kind.MATRIX, plan, region, Optional.empty(), period, asOf));
            Charts.Kind places = leagues ? Charts.Kind.TILEMAP : Charts.Kind.RANKING;
            shown.put(Charts.Kind.RANKING, show(Charts.Kind.RANKING, plan, region, compared, period, asOf));
            shown.computeIfAbsent(places, kind -> show(kind, plan, region, compared, period, asOf));
        }
        Instant newest = Stream
                .concat(Stream.of(assessed.newest()), shown.values().stream().map(Charts.Shown::newest))
                .max(Comparator.naturalOrder()).orElseThrow();
        return new Gathered(named.catalogue(), asked, named.catalogue().placeName(region).orElseThrow(), period,
                assessed.verdicts(), shown, newest);
    }

    private static Wanted of(String plan, Optional<String> region) {
        return new Wanted(Optional.of(plan), Optional.empty(), region, Optional.empty(), Optional.empty());
    }

    private Charts.Shown show(Charts.Kind kind, String plan, String region, Optional<String> indicator, Period period,
            Optional<Instant> asOf) {
        return charts.show(new Charts.Wish(kind, Optional.of(plan), Optional.of(region), indicator, Optional.of(period), asOf));
    }

    /** The indicator that most of these places have a figure for; of several the first of the plan. */
    private static Optional<String> compared(List<Verdict> verdicts) {
        Map<String, Set<String>> places = new HashMap<>();
        verdicts.stream().filter(verdict -> verdict.value().flatMap(value -> value.figure().number()).isPresent())
                .forEach(verdict -> places.computeIfAbsent(verdict.indicator().code(), code -> new HashSet<>())
                        .add(verdict.region()));
        return verdicts.stream().map(verdict -> verdict.indicator().code()).distinct()
                .filter(code -> places.getOrDefault(code, Set.of()).size() >= PLACES_TO_COMPARE)
                .max(Comparator.comparingInt((String code) -> places.getOrDefault(code, Set.of()).size())
                        .thenComparing(Comparator.comparing((String code) -> firstOf(verdicts, code)).reversed()));
    }

    private static int firstOf(List<Verdict> verdicts, String indicator) {
        return verdicts.stream().map(verdict -> verdict.indicator().code()).toList().indexOf(indicator);
    }

    /** @param slides its pages are wider than high */
    Pack pack(Gathered gathered, Language language, boolean slides) {
        Words words = new Words(language);
        Said said = new Said(words);
        Findings findings = new Findings(gathered, said);
        String when = words.in(gathered.period());
        String date = words.date(gathered.newest());
        String title = words.say("{0}{1}目标完成情况简报", "{0}: briefing for {1}", said.about(gathered.region(), gathered.plan()),
                when);
        String number = gathered.plan().documentNumber();
        List<String> cover = List.of(words.say("地区：{0}", "Region: {0}", gathered.region()),
                words.say("评价时期：{0}", "Period: {0}", when),
                words.say("规划文件：{0}{1}", "Plan: {0}{1}", new Text(gathered.plan().document(), gathered.plan().title().en()),
                        number.isEmpty() ? "" : words.say("（{0}）", " ({0})", number)),
                words.say("数据截至：{0}", "Data as of: {0}", date),
                words.say("评价方法：第{0}版", "Method: version {0}", gathered.catalogue().edition().number()));
        List<Part> overall = new ArrayList<>(findings.overall());
        overall.addAll(
                illustrations(gathered, Charts.Kind.SCORECARD, words.say(caption(Charts.Kind.SCORECARD)), language, slides));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(words.say("一、总体评价", "1. Scorecard"), overall));
        sections.add(new Section(words.say("二、逐项评价", "2. Findings"), findings.each()));
        sections.add(new Section(words.say("三、对标图", "3. Charts"), pictures(gathered, words, slides)));
        sections.add(new Section(words.say("四、目标完成情况一览表", "4. All targets"), findings.table()));
        return new Pack(language, title, cover, words.say("数据截至{0}", "Data as of {0}", date), gathered.newest(),
                List.copyOf(sections));
    }

    private List<Part> pictures(Gathered gathered, Words words, boolean slides) {
        return Stream.of(Charts.Kind.BULLET, Charts.Kind.MATRIX, Charts.Kind.RANKING, Charts.Kind.TILEMAP)
                .filter(gathered.charts()::containsKey)
                .flatMap(kind -> illustrations(gathered, kind, words.say(caption(kind)), words.language(), slides).stream())
                .toList();
    }

    private static Text caption(Charts.Kind kind) {
        return switch (kind) {
            case SCORECARD -> new Text("成绩单", "Scorecard");
            case BULLET -> new Text("各指标实际值与目标值", "Actual against target");
            case TREND -> new Text("历年走势", "Over the years");
            case MATRIX -> new Text("各地区各目标评价结果", "Verdicts by region");
            case RANKING -> new Text("地区排序", "The regions in order");
            case TILEMAP -> new Text("地区分布", "The regions as on the map");
        };
    }

    /** Of a chart whose rows one page has no room for several, which are counted. */
    private List<Part> illustrations(Gathered gathered, Charts.Kind kind, String caption, Language language, boolean slides) {
        boolean tall = !slides && (kind == Charts.Kind.BULLET || kind == Charts.Kind.MATRIX);
        List<Charts.Drawn> pictures = charts.draw(Objects.requireNonNull(gathered.charts().get(kind)), language,
                tall ? WIDTH : WIDE, tall ? MOST_HEIGHT : WIDE_HEIGHT);
        return IntStream.range(0, pictures.size()).<Part> mapToObj(i -> new Illustration(
                pictures.size() == 1 ? caption
                        : Text.in(language, "{0}（{1}/{2}）", "{0} ({1}/{2})", caption, i + 1, pictures.size()),
                pictures.get(i))).toList();
    }
}
