package io.duibiao.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.ComparableBases;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Judgement;
import io.duibiao.core.Region;
import io.duibiao.core.Scheme;
import io.duibiao.core.Target;
import io.duibiao.plan.IndicatorResource.IndicatorGiven;

/** What of the catalogue names an entry, which has to stay as long as it does. */
final class References {

    private References() {
    }

    /** By their codes. */
    static List<String> to(Catalogue catalogue, Noun noun, String code) {
        Stream<String> naming = switch (noun) {
            case PLAN -> targets(catalogue, target -> target.plan().equals(code));
            case INDICATOR -> Stream.of(targets(catalogue, target -> target.indicator().equals(code)),
                    catalogue.indicators().stream().filter(other -> IndicatorGiven.from(other).contains(code))
                            .map(Indicator::code),
                    catalogue.comparable(code).stream().map(ComparableBases::indicator),
                    catalogue.schemes().stream().filter(scheme -> scores(scheme, code)).map(Scheme::code))
                    .flatMap(codes -> codes);
            case REGION -> Stream.of(targets(catalogue, target -> target.place().equals(code)),
                    catalogue.children(code).stream().map(Region::code),
                    catalogue.groups().stream().filter(group -> group.members().contains(code)).map(Group::code))
                    .flatMap(codes -> codes);
            case GROUP -> targets(catalogue, target -> target.place().equals(code));
            case TARGET -> Stream.concat(catalogue.resolution(code).stream().map(found -> code + "/resolution"),
                    catalogue.judgements(code).stream().map(Judgement::code));
            case RESOLUTION, JUDGEMENT, PATH, COMPARABLE, SCHEME, METHOD -> Stream.empty();
        };
        return naming.distinct().toList();
    }

    private static Stream<String> targets(Catalogue catalogue, Predicate<Target> naming) {
        return catalogue.targets().stream().filter(naming).map(Target::id);
    }

    private static boolean scores(Scheme scheme, String indicator) {
        return scheme.parts().stream().anyMatch(part -> part.indicators().contains(indicator));
    }
}
