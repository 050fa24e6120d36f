package io.duibiao.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problem.Fault;
import io.duibiao.web.Suggestions;

/**
 * Finds what a caller names by its code; what is unknown is refused with what may have been meant.
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
        return catalogue.plan(code).orElseThrow(() -> unknown("plan", new Text("规划", "plan"), code,
                catalogue.plans().stream().map(Plan::code).toList()));
    }

    public Indicator indicator(String code) {
        return catalogue.indicator(code).orElseThrow(() -> unknown("indicator", new Text("指标", "indicator"), code,
                catalogue.indicators().stream().map(Indicator::code).toList()));
    }

    public Region region(String code) {
        return catalogue.region(code)
                .orElseThrow(() -> unknown("region", new Text("地区", "region"), code, regions().toList()));
    }

    /** The code of a region or group, which both can have targets and values. */
    public String place(String code) {
        if (catalogue.placeName(code).isEmpty()) {
            List<String> places = Stream.concat(regions(), catalogue.groups().stream().map(Group::code)).toList();
            throw unknown("region", new Text("地区或区域", "region or group"), code, places);
        }
        return code;
    }

    public Target target(String id) {
        return catalogue.target(id).orElseThrow(() -> unknown("target", new Text("目标", "target"), id,
                catalogue.targets().stream().map(Target::id).toList()));
    }

    private Stream<String> regions() {
        return catalogue.regions().stream().map(Region::code);
    }

    private RuntimeException unknown(String pointer, Text noun, String code, Collection<String> known) {
        List<String> nearest = Suggestions.nearest(code, known);
        Text meant = nearest.isEmpty() ? Text.same("")
                : Text.of("；是否指 {0}", "; did you mean {0}", String.join(", ", nearest));
        return Problem.of(status, Fault.at(pointer, "UNKNOWN_" + pointer.toUpperCase(Locale.ROOT),
                Text.of("没有该{0}：{1}{2}", "no such {0}: {1}{2}", noun, code, meant), code)).exception();
    }
}
