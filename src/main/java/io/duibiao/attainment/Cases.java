package io.duibiao.attainment;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Formula;
import io.duibiao.core.Indicator;
import io.duibiao.core.Region;
import io.duibiao.core.Target;

/** Who a target applies to: its region, its group or each member of it, and by reference the regions below. */
final class Cases {

    private static final Set<String> ADMINISTRATIVE = Set.of("region", "league", "banner", "town");

    private final Catalogue catalogue;
    private final Map<String, Set<String>> membersOf = new HashMap<>();
    private final Map<String, Set<Matter>> ownOf = new HashMap<>();

    Cases(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * One target for one region or group.
     *
     * @param reference the target is that of the region above
     */
    record Case(Target target, String place, boolean reference) {

        /** What tells it from every other. */
        String key() {
            return target.id() + "|" + place;
        }
    }

    /** What a target is about: a region that has one of its own on it needs no reference. */
    private record Matter(String indicator, Optional<String> scope, int dueYear) {

        static Matter of(Target target) {
            return new Matter(target.indicator(), target.scope(), target.due().date().getYear());
        }
    }

    /** Everyone who answers for the target; a target of the whole, or of members left open, is the group's own. */
    Stream<Case> of(Target target) {
        return places(target).stream().map(place -> new Case(target, place, false));
    }

    /** The target for one place; empty where it does not apply. */
    Optional<Case> of(Target target, String place) {
        return own(target, place)
                .or(() -> isReference(target, place) ? Optional.of(new Case(target, place, true)) : Optional.empty());
    }

    /** The same without reference: what the place itself has to keep. */
    Optional<Case> own(Target target, String place) {
        return place.equals(target.place()) || places(target).contains(place)
                ? Optional.of(new Case(target, place, false))
                : Optional.empty();
    }

    /** Every place that has to keep one of the targets, groups as a whole among them. */
    Set<String> places(Stream<Target> targets) {
        Set<String> places = new LinkedHashSet<>();
        targets.forEach(target -> {
            places.add(target.place());
            places.addAll(places(target));
        });
        return places;
    }

    private Set<String> places(Target target) {
        return catalogue.each(target)
                .map(group -> membersOf.computeIfAbsent(group.code(), code -> new TreeSet<>(group.members())))
                .orElse(Set.of(target.place()));
    }

    /** A region without a target of its own is set against its parent's figure, where the indicator may be passed down. */
    private boolean isReference(Target target, String place) {
        boolean ofParent = catalogue.region(place).filter(region -> ADMINISTRATIVE.contains(region.level()))
                .flatMap(Region::parent).filter(target.region().orElse("")::equals).isPresent();
        return ofParent && catalogue.indicator(target.indicator()).filter(Cases::passesDown).isPresent()
                && !ownOf.computeIfAbsent(place, this::matters).contains(Matter.of(target));
    }

    /** A sum is shared out and not passed down, whatever the catalogue says. */
    private static boolean passesDown(Indicator indicator) {
        return indicator.passDown() && Formula.of(indicator.aggregation()).way() != Formula.Way.SUM;
    }

    private Set<Matter> matters(String place) {
        return catalogue.targets().stream().filter(target -> places(target).contains(place)).map(Matter::of)
                .collect(Collectors.toSet());
    }
}
