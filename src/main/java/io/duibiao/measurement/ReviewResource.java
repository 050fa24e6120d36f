package io.duibiao.measurement;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Region;
import io.duibiao.core.Status;
import io.duibiao.measurement.Measurements.Revision;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** The values that wait for a reviewer, and those that wait for whoever sent them. */
@Path("/api/v1/reviews")
@Tag(name = "reviews")
public class ReviewResource {

    /** What the queue is narrowed to. */
    public static class QueueQuery {

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @QueryParam("indicator")
        public Optional<String> indicator = Optional.empty();

        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @QueryParam("state")
        public Optional<State> state = Optional.empty();
    }

    /** Whom a value waits for. */
    public enum State {
        AWAITED,
        RETURNED
    }

    /**
     * A value to be decided on or to be corrected.
     *
     * @param sentBy who sent the figure
     * @param sentBecause the reason that he gave
     * @param before what it would replace: the last final value, else the last one sent before it
     * @param returned the last comment with which it was returned since it was last final
     */
    record Item(@JsonUnwrapped MeasurementResource.Value value, String indicatorName, String regionName, String sentBy,
            Instant sentAt, String sentBecause,
            Optional<MeasurementResource.Value> before, Optional<Comment> returned) {

        static Item of(List<Revision> steps, Catalogue catalogue, Language language) {
            int settled = last(steps, steps.size(), step -> step.value().status() == Status.FINAL);
            int sent = last(steps, steps.size(), step -> step.act() == Act.SENT);
            int before = settled >= 0 ? settled : last(steps, sent, step -> step.act() == Act.SENT);
            int returned = last(steps, steps.size(), step -> step.act() == Act.RETURNED);
            Revision from = steps.get(sent);
            MeasurementResource.Value value = MeasurementResource.Value.of(steps.get(steps.size() - 1), language);
            return new Item(value,
                    catalogue.indicator(value.indicator()).map(known -> known.name().in(language)).orElse(value.indicator()),
                    catalogue.placeName(value.region()).map(name -> name.in(language)).orElse(value.region()), from.author(),
                    from.value().recordedAt(), from.reason(),
                    before < 0 ? Optional.empty() : Optional.of(MeasurementResource.Value.of(steps.get(before), language)),
                    returned <= settled ? Optional.empty() : Optional.of(Comment.of(steps.get(returned))));
        }

        private static int last(List<Revision> steps, int end, Predicate<Revision> wanted) {
            int at = end - 1;
            while (at >= 0 && !wanted.test(steps.get(at))) {
                at--;
            }
            return at;
        }
    }

    /** Why a value was returned. */
    record Comment(String by, Instant at, String comment) {

        static Comment of(Revision step) {
            return new Comment(step.author(), step.value().recordedAt(), step.reason());
        }
    }

    private final Plans plans;
    private final Measurements measurements;
    private final Asked asked;

    ReviewResource(Plans plans, Measurements measurements, Asked asked) {
        this.plans = plans;
        this.measurements = measurements;
        this.asked = asked;
    }

    @GET
    @RolesAllowed({ Roles.REPORTER, Roles.REVIEWER })
    @Operation(operationId = "listReviews", summary = "Values that await a decision (state=AWAITED) or a correction (RETURNED), of a "
            + "region and those below it")
    public RestResponse<Page<Item>> list(@BeanParam @Valid QueueQuery query, @BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofQuery(catalogue);
        query.indicator.ifPresent(named::indicator);
        Measurements.Wanted wanted = new Measurements.Wanted(query.indicator.stream().toList(),
                query.region.map(named::place).map(place -> withThoseBelow(catalogue, place)).orElse(Set.of()));
        boolean returned = query.state.filter(State.RETURNED::equals).isPresent();
        return Answer.page(asked, measurements.newest(wanted, asked.asOf().orElse(Measurements.FAR)).orElse(catalogue.newest()),
                paging, after -> {
                    List<Measurement.Key> waiting = measurements.pending(wanted, query.period, returned, asked.asOf());
                    int from = after.map(last -> 1 + waiting.stream().map(MeasurementResource::place).toList().indexOf(last))
                            .orElse(0);
                    return after.isPresent() && from == 0 ? Optional.empty()
                            : Optional.of(waiting.subList(from, waiting.size()).stream()
                                    .map(key -> Item.of(measurements.revisions(key, asked.asOf()), catalogue,
                                            asked.language()))
                                    .iterator());
                }, item -> MeasurementResource.place(item.value().key()));
    }

    private static Set<String> withThoseBelow(Catalogue catalogue, String place) {
        Set<String> places = new HashSet<>();
        Deque<String> found = new ArrayDeque<>(List.of(place));
        while (!found.isEmpty()) {
            String next = found.pop();
            if (places.add(next)) {
                catalogue.children(next).stream().map(Region::code).forEach(found::push);
            }
        }
        return places;
    }
}
