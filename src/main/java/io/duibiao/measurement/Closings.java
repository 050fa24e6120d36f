package io.duibiao.measurement;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Group;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Region;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.web.OfficeClock;

/**
 * Which periods are closed. A closing holds for the region and those below it, and for every period inside its own: who closed
 * 2023 for 全区 closed 2023-Q1 for 包头 too. The nearest word counts: that of the region itself before that of one above, and of
 * the shorter period before the longer, so that one league's year can be reopened while the others stay closed.
 */
record Closings(Catalogue catalogue, List<Closure> closures) {

    static final String PERIOD_CLOSED = "PERIOD_CLOSED";

    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '(UTC+8)'", Locale.ROOT);

    /** The closing that forbids to write, where one does. */
    Optional<Closure> forbidding(String place, Period period) {
        if (closures.isEmpty()) {
            return Optional.empty();
        }
        Optional<Closure> own = word(place, period);
        if (own.isPresent()) {
            return own.filter(Closure::closed);
        }
        List<String> members = catalogue.group(place).filter(Group::membersKnown).map(Group::members).orElse(List.of());
        List<Optional<Closure>> theirs = members.stream().map(member -> forbidding(member, period)).toList();
        return theirs.stream().allMatch(Optional::isPresent) ? theirs.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private Optional<Closure> word(String place, Period period) {
        return Stream.concat(Stream.of(place), catalogue.ancestors(place).stream().map(Region::code))
                .flatMap(region -> closures.stream()
                        .filter(closure -> closure.region().equals(region) && contains(closure.period(), period))
                        .min(Comparator.comparingInt(closure -> closure.period().months())).stream())
                .findFirst();
    }

    private static boolean contains(Period outer, Period inner) {
        return outer.equals(inner) || outer.isPartlyCoveredBy(inner);
    }

    /** @throws io.duibiao.problem.ProblemException 409 where the period of the value is closed */
    void check(Measurement.Key key) {
        forbidding(key.region(), key.period()).ifPresent(closure -> {
            throw Problem.of(409, fault(closure, key.period())).exception();
        });
    }

    Problem.Fault fault(Closure closure, Period period) {
        ZonedDateTime at = closure.recordedAt().atZone(OfficeClock.ZONE);
        return Problem.Fault.at("period", PERIOD_CLOSED,
                Text.of("{2}{3}的填报已由{0}于{1}关闭，不能再改动；确需改动，请其说明原因后重新开放",
                        "{0} closed {3} for {2} ({1}), and nothing in it changes; where something must, ask for it to be "
                                + "reopened with a reason",
                        closure.author(), new Text(ZH.format(at), EN.format(at)),
                        catalogue.placeName(closure.region()).orElse(Text.same(closure.region())), closure.period().inWords()),
                period.toString());
    }
}
