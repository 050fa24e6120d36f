package io.duibiao.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was planned, as it was known at one instant. */
public final class Catalogue {

    /** What a catalogue entry can be. */
    public enum Noun {
        PLAN(Plan.class),
        INDICATOR(Indicator.class),
        REGION(Region.class),
        GROUP(Group.class),
        TARGET(Target.class),
        /** Its code is the target's. */
        RESOLUTION(Resolution.class),
        /** Its code is {@link Judgement#code}. */
        JUDGEMENT(Judgement.class),
        PATH(PublishedPath.class),
        /** Its code is {@link #comparison}. */
        COMPARABLE(ComparableBases.class),
        SCHEME(Scheme.class),
        /** Its code is {@link Edition#CODE}. */
        METHOD(Edition.class);

        private final Class<? extends Record> type;

        Noun(Class<? extends Record> type) {
            this.type = type;
        }

        /** The core record that such an entry holds. */
        public Class<? extends Record> type() {
            return type;
        }

        private static final Map<Class<? extends Record>, Noun> BY_TYPE = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(Noun::type, noun -> noun));

        public static Noun of(Class<? extends Record> type) {
            return Objects.requireNonNull(BY_TYPE.get(type));
        }
    }

    /**
     * One entry as it stood.
     *
     * @param revision 1 for the first
     * @param recordedAt when that revision was recorded
     * @param withdrawn from then on nothing stands under the code
     */
    public record Entry(Noun noun, String code, int revision, Instant recordedAt, Record content, boolean withdrawn) {

        public Entry(Noun noun, String code, int revision, Instant recordedAt, Record content) {
            this(noun, code, revision, recordedAt, content, false);
        }
    }

    /** nm-eep-14.9 comes before nm-eep-14.10. */
    private static final Comparator<String> BY_PLAN_AND_NUMBER = Comparator
            .<String, String> comparing(id -> id.substring(0, id.lastIndexOf('.') + 1))
            .thenComparing(id -> id.substring(id.lastIndexOf('.') + 1),
                    Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    private final List<Entry> given;
    private final Map<Noun, Map<String, Entry>> entries = new EnumMap<>(Noun.class);
    private final Map<String, List<Region>> children = new TreeMap<>();
    private final Map<String, Instant> newestOf = new HashMap<>();
    private final Map<String, Set<String>> about = new HashMap<>();
    private final Map<String, List<Judgement>> judgements;
    private final Instant newest;
    private final Peers peers;

    /**
     * Takes the last given entry of each noun and code, where it is not withdrawn. Earlier revisions tell what an answer rested
     * on before: a target that
     * has gone to another indicator is missed where it was.
     */
    public Catalogue(Collection<Entry> entries) {
        given = List.copyOf(entries);
        entries.forEach(this::note);
        entries.forEach(this::enter);
        regions().forEach(region -> region.parent()
                .ifPresent(parent -> children.computeIfAbsent(parent, code -> new ArrayList<>()).add(region)));
        judgements = all(Noun.JUDGEMENT, Judgement.class).stream().collect(Collectors.groupingBy(Judgement::target));
        newest = entries.stream().map(Entry::recordedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        peers = new Peers(this);
    }

    /** The catalogue when more was recorded. */
    public Catalogue and(Collection<Entry> later) {
        return new Catalogue(Stream.concat(given.stream(), later.stream()).toList());
    }

    private void enter(Entry entry) {
        Map<String, Entry> ofNoun = entries.computeIfAbsent(entry.noun(), Catalogue::sorted);
        if (entry.withdrawn()) {
            ofNoun.remove(entry.code());
        } else {
            ofNoun.put(entry.code(), entry);
        }
    }

    /** When the newest of the entries was recorded; the epoch where there are none. */
    public Instant newest() {
        return newest;
    }

    private void note(Entry entry) {
        note(entry.code(), entry.recordedAt());
        if (entry.content() instanceof Target target) {
            Set<String> codes = about.computeIfAbsent(target.indicator(), indicator -> new HashSet<>());
            codes.addAll(List.of(target.id(), target.plan(), target.place()));
            target.path().ifPresent(codes::add);
        } else if (entry.content() instanceof ComparableBases bases) {
            about.computeIfAbsent(bases.indicator(), indicator -> new HashSet<>()).add(entry.code());
        } else if (entry.content() instanceof Region region) {
            region.parent().ifPresent(parent -> note(parent, entry.recordedAt()));
        } else if (entry.content() instanceof Judgement judgement) {
            note(judgement.target(), entry.recordedAt());
        }
    }

    private void note(String code, Instant recordedAt) {
        newestOf.merge(code, recordedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** When anything of that code was last recorded, or a region was put below it or taken away. */
    public Instant newest(String code) {
        return newestOf.getOrDefault(code, Instant.EPOCH);
    }

    /** When anything was last recorded that verdicts on the indicator rest on, wherever: targets, their plans and groups. */
    public Instant newestAbout(String indicator) {
        return Stream.concat(Stream.of(indicator, Edition.CODE), about.getOrDefault(indicator, Set.of()).stream())
                .map(this::newest)
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** All of a noun, by code; targets by plan and number. */
    public Collection<Entry> entries(Noun noun) {
        return Collections.unmodifiableCollection(of(noun).values());
    }

    public Optional<Entry> entry(Noun noun, String code) {
        return Optional.ofNullable(of(noun).get(code));
    }

    public Optional<Instant> recordedAt(Noun noun, String code) {
        return entry(noun, code).map(Entry::recordedAt);
    }

    /** What an entry of that type says. */
    public <T extends Record> Optional<T> find(Class<T> type, String code) {
        return entry(Noun.of(type), code).map(entry -> type.cast(entry.content()));
    }

    public Optional<Plan> plan(String code) {
        return find(Plan.class, code);
    }

    /** By code. */
    public List<Plan> plans() {
        return all(Noun.PLAN, Plan.class);
    }

    public Optional<Indicator> indicator(String code) {
        return find(Indicator.class, code);
    }

    /** By code. */
    public List<Indicator> indicators() {
        return all(Noun.INDICATOR, Indicator.class);
    }

    public Optional<Region> region(String code) {
        return find(Region.class, code);
    }

    /** By code. */
    public List<Region> regions() {
        return all(Noun.REGION, Region.class);
    }

    /** The regions directly below, by code. */
    public List<Region> children(String region) {
        return Collections.unmodifiableList(children.getOrDefault(region, List.of()));
    }

    /** The regions above, nearest first. */
    public List<Region> ancestors(String region) {
        List<Region> above = new ArrayList<>();
        Optional<Region> next = parent(region);
        while (next.isPresent() && !above.contains(next.get())) {
            above.add(next.get());
            next = parent(next.get().code());
        }
        return above;
    }

    private Optional<Region> parent(String region) {
        return region(region).flatMap(Region::parent).flatMap(this::region);
    }

    public Optional<Group> group(String code) {
        return find(Group.class, code);
    }

    /** By code. */
    public List<Group> groups() {
        return all(Noun.GROUP, Group.class);
    }

    public Optional<Target> target(String id) {
        return find(Target.class, id);
    }

    /** By plan, then number. */
    public List<Target> targets() {
        return all(Noun.TARGET, Target.class);
    }

    /** The figure given later to a target that was printed without one. */
    public Optional<Resolution> resolution(String target) {
        return find(Resolution.class, target);
    }

    /** The rule that a target is judged by: its resolution's, else its own. */
    public Rule rule(Target target) {
        return resolution(target.id()).map(Resolution::rule).orElse(target.rule());
    }

    /**
     * What is printed with a target of the measured value itself, in its unit: the baseline, and the figure that the
     * rule sets by itself or from that. 提高5个百分点 from 85 sets 90.
     */
    public List<Quantity> printed(Target target) {
        Optional<Quantity> start = target.baseline().flatMap(baseline -> baseline.figure().number());
        Demand.Footing footing = new Demand.Footing(indicator(target.indicator()).orElseThrow(), start, Optional.empty());
        return Stream.concat(start.stream(), Demand.of(rule(target), footing).figure().stream()).toList();
    }

    public Optional<PublishedPath> path(String code) {
        return find(PublishedPath.class, code);
    }

    /** A person's findings on a target, for whatever place and period. */
    public List<Judgement> judgements(String target) {
        return judgements.getOrDefault(target, List.of());
    }

    /** The finding that answers for a place and period, where only a finding settles the target. */
    public Optional<Judgement> finding(Target target, String place, Period period) {
        Optional<Indicator> indicator = indicator(target.indicator());
        if (indicator.isEmpty() || !rule(target).awaitsFinding(indicator.get())) {
            return Optional.empty();
        }
        boolean runsOn = indicator.get().runsOn();
        return judgements(target.id()).stream().filter(found -> found.place().equals(place))
                .filter(found -> runsOn ? !found.period().last().isAfter(period.last()) : found.period().equals(period))
                .max(Comparator.comparing(Judgement::period));
    }

    /** The group whose members each answer for the target: 各, 均. */
    public Optional<Group> each(Target target) {
        return target.group().flatMap(this::group)
                .filter(group -> target.groupMode() == Target.GroupMode.EACH && group.membersKnown());
    }

    /** Everyone who answers for the target; a target of the whole, or of members left open, is the group's own. */
    public List<String> places(Target target) {
        return each(target).map(group -> group.members().stream().sorted().toList()).orElse(List.of(target.place()));
    }

    /** What the target is about, as other targets may be too. */
    public Subject subject(Target target) {
        return peers.subject(target);
    }

    public Optional<Scheme> scheme(String code) {
        return find(Scheme.class, code);
    }

    /** By code. */
    public List<Scheme> schemes() {
        return all(Noun.SCHEME, Scheme.class);
    }

    /** The version of the method that judges; the first where none is recorded. */
    public Edition edition() {
        return find(Edition.class, Edition.CODE).orElse(Edition.FIRST);
    }

    /** The bases of an indicator that are declared comparable. */
    public List<ComparableBases> comparable(String indicator) {
        return all(Noun.COMPARABLE, ComparableBases.class).stream().filter(bases -> bases.indicator().equals(indicator))
                .toList();
    }

    /** The code under which two comparable bases are kept. */
    public static String comparison(ComparableBases bases) {
        return bases.indicator() + ":" + bases.one() + "/" + bases.other();
    }

    /** What a target's schedule runs through. */
    public Course course(Target target) {
        return new Course(
                peers.milestones(target).stream().map(earlier -> new Course.Milestone(earlier, rule(earlier))).toList(),
                target.path().flatMap(this::path));
    }

    /** How a target stands on a day among those of other documents for the same thing and year. */
    public Standing standing(Target target, LocalDate on) {
        return peers.standing(target, on);
    }

    /** Name of a region or group. */
    public Optional<Text> placeName(String code) {
        return region(code).map(Region::name).or(() -> group(code).map(Group::name));
    }

    private static Map<String, Entry> sorted(Noun noun) {
        return noun == Noun.TARGET || noun == Noun.RESOLUTION ? new TreeMap<>(BY_PLAN_AND_NUMBER) : new TreeMap<>();
    }

    private Map<String, Entry> of(Noun noun) {
        return entries.getOrDefault(noun, Map.of());
    }

    private <T extends Record> List<T> all(Noun noun, Class<T> type) {
        return of(noun).values().stream().map(entry -> type.cast(entry.content())).toList();
    }
}
