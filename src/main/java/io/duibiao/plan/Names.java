package io.duibiao.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Scheme;
import io.duibiao.core.Text;
import io.duibiao.web.Characters;
import io.duibiao.web.Suggestions;

/** What people call the things of the catalogue: by code, by full name in either language, by short name. */
public final class Names {

    private final Map<String, Set<String>> codes = new LinkedHashMap<>();

    Names() {
    }

    public static Names ofIndicators(Catalogue catalogue) {
        return of(Noun.INDICATOR, catalogue);
    }

    /** Regions and groups, which both can have targets and values. */
    public static Names ofPlaces(Catalogue catalogue) {
        Names names = of(Noun.REGION, catalogue);
        names.add(Noun.GROUP, catalogue);
        return names;
    }

    static Names of(Noun noun, Catalogue catalogue) {
        Names names = new Names();
        names.add(noun, catalogue);
        return names;
    }

    private void add(Noun noun, Catalogue catalogue) {
        catalogue.entries(noun).forEach(entry -> add(entry.code(), called(entry.content())));
    }

    private static Text[] called(Record content) {
        if (content instanceof Plan plan) {
            return new Text[] { plan.title() };
        } else if (content instanceof Indicator indicator) {
            return new Text[] { indicator.name(), Text.same(indicator.shortName().orElse(indicator.name().zh())) };
        } else if (content instanceof Region region) {
            return new Text[] { region.name(), Text.same(region.shortName()) };
        } else if (content instanceof Group group) {
            return new Text[] { group.name() };
        }
        return content instanceof Scheme scheme ? new Text[] { scheme.title() } : new Text[0];
    }

    private void add(String code, Text... names) {
        Stream.concat(Stream.of(code), Stream.of(names).flatMap(name -> Stream.of(name.zh(), name.en())))
                .forEach(name -> codes.computeIfAbsent(Characters.name(name), first -> new TreeSet<>()).add(code));
    }

    /** The codes of all that are called exactly so; more than one where the name is not clear. */
    public List<String> codes(String name) {
        return List.copyOf(codes.getOrDefault(Characters.name(name), Set.of()));
    }

    /** The codes of what a wrong name may have been meant to be, the nearest first. */
    public List<String> nearest(String wrong) {
        return Suggestions.nearest(Characters.name(wrong), codes.keySet()).stream().flatMap(name -> codes(name).stream())
                .distinct().toList();
    }
}
