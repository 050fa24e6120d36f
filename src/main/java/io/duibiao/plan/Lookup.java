package io.duibiao.plan;

import java.util.List;
import java.util.Locale;

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Scheme;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problem.Fault;

/**
 * Finds what a caller names by its code; what is unknown is refused with the codes that may have been meant.
 *
 * @param status 404 for what a path names, 422 for what a query or a body names
 */
public record Lookup(Catalogue catalogue, int status) {

    public static Lookup ofPath(Catalogue catalogue) {
        return new Lookup(catalogue, 404);
    }

    public static Lookup ofQuery(Catalogue catalogue) {
        return new Lookup(catalogue, 422);
    }

    public Plan plan(String code) {
        return known(Plan.class, code);
    }

    public Indicator indicator(String code) {
        return known(Indicator.class, code);
    }

    public Region region(String code) {
        return known(Region.class, code);
    }

    /** The region that a query names as the one above. */
    public Region above(String code) {
        return known(Region.class, "below", code);
    }

    public Group group(String code) {
        return known(Group.class, code);
    }

    public Target target(String id) {
        return known(Target.class, id);
    }

    public Scheme scheme(String code) {
        return known(Scheme.class, code);
    }

    private <T extends Record> T known(Class<T> type, String code) {
        return known(type, Noun.of(type).name().toLowerCase(Locale.ROOT), code);
    }

    private <T extends Record> T known(Class<T> type, String pointer, String code) {
        return catalogue.find(type, code).orElseThrow(() -> Problem.of(status, unknown(type, pointer, code)).exception());
    }

    /** The code of a region or group, which both can have targets and values. */
    public String place(String code) {
        return place("region", code);
    }

    /** @param pointer where the request names it */
    String place(String pointer, String code) {
        if (catalogue.placeName(code).isEmpty()) {
            throw Problem.of(status, unknown(pointer, Noun.REGION, new Text("地区或区域", "region or group"), code,
                    Names.ofPlaces(catalogue))).exception();
        }
        return code;
    }

    /** Whether the person may write for the region, or for every member of the group; of unknown members nobody is sure. */
    public boolean covers(Person person, String place) {
        return catalogue.group(place)
                .map(group -> group.membersKnown() && group.members().stream().allMatch(member -> coversRegion(person, member)))
                .orElseGet(() -> coversRegion(person, place)) || person.is(Roles.ADMIN);
    }

    private boolean coversRegion(Person person, String region) {
        return person.covers(region, catalogue.ancestors(region).stream().map(Region::code).toList());
    }

    /**
     * The code of a place that the person may write for.
     *
     * @throws io.duibiao.problem.ProblemException 403 where he may not
     */
    public String writable(Person person, String place) {
        return own(person, place, notYours(place));
    }

    /**
     * The code of a place that the person may review for.
     *
     * @throws io.duibiao.problem.ProblemException 403 where he may not
     */
    public String reviewable(Person person, String place) {
        return own(person, place, notYours(Text.of("当前账号不能审核该地区：{0}", "This account does not review for the region {0}", place),
                place));
    }

    private String own(Person person, String place, Fault otherwise) {
        if (!covers(person, place)) {
            throw Problem.of(403, otherwise).exception();
        }
        return place;
    }

    /** The fault of a value of a place that its sender does not write for. */
    public static Fault notYours(String place) {
        return notYours(Text.of("当前账号不能填报该地区：{0}", "This account does not write for the region {0}", place), place);
    }

    private static Fault notYours(Text why, String place) {
        return Fault.at("region", "NOT_YOUR_REGION", why, place);
    }

    /** The fault of a code that nothing of that type has. */
    Fault unknown(Class<? extends Record> type, String pointer, String code) {
        Noun noun = Noun.of(type);
        Text label = switch (noun) {
            case PLAN -> new Text("规划", "plan");
            case INDICATOR -> new Text("指标", "indicator");
            case REGION -> new Text("地区", "region");
            case GROUP -> new Text("区域", "group");
            case TARGET -> new Text("目标", "target");
            case PATH -> new Text("进度要求", "path");
            case SCHEME -> new Text("计分办法", "scoring scheme");
            case RESOLUTION, JUDGEMENT, COMPARABLE, METHOD -> throw new IllegalArgumentException(noun.name());
        };
        return unknown(pointer, noun, label, code, Names.of(noun, catalogue));
    }

    private static Fault unknown(String pointer, Noun noun, Text label, String code, Names names) {
        List<String> nearest = names.nearest(code);
        Text meant = nearest.isEmpty() ? Text.same("")
                : Text.of("；是否指 {0}", "; did you mean {0}", String.join(", ", nearest));
        return Fault.at(pointer, "UNKNOWN_" + noun, Text.of("没有该{0}：{1}{2}", "no such {0}: {1}{2}", label, code, meant), code);
    }
}
