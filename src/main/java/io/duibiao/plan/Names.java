package io.duibiao.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Text;
import io.duibiao.web.Characters;
import io.duibiao.web.Suggestions;

/** What people call the things of the catalogue: by code, by full name in either language, by short name. */
public final class Names {

    private final Map<String, Set<String>> codes = new LinkedHashMap<>();

    Names() {
    }

    public static Names ofIndicators(Catalogue catalogue) {
        Names names = new Names();
        catalogue.indicators().forEach(indicator -> names.add(indicator.code(), indicator.name(),
                Text.same(indicator.shortName().orElse(indicator.name().zh()))));
        return names;
    }

    /** Regions and groups, which both can have targets and values. */
    public static Names ofPlaces(Catalogue catalogue) {
        Names names = ofRegions(catalogue);
        catalogue.groups().forEach(group -> names.add(group.code(), group.name()));
        return names;
    }

    static Names ofRegions(Catalogue catalogue) {
        Names names = new Names();
        catalogue.regions().forEach(region -> names.add(region.code(), region.name(), Text.same(region.shortName())));
        return names;
    }

    void add(String code, Text... names) {
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
