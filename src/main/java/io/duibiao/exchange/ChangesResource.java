package io.duibiao.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;

import io.duibiao.history.Chain;
import io.duibiao.history.History;
import io.duibiao.history.Ledger.Entry;
import io.duibiao.history.Ledger.Place;
import io.duibiao.history.Ledger.Placed;
import io.duibiao.history.Ledger.Readers;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** What was recorded, as a feed that other tools poll. */
@Path("/api/v1/changes")
@Tag(name = "changes", description = "What was recorded since an instant")
public class ChangesResource {

    private static final Pattern KEY = Pattern.compile("(.{20,30})\\|(\\d{1,9})");

    private final Chain chain;
    private final History history;
    private final Asked asked;

    ChangesResource(Chain chain, History history, Asked asked) {
        this.chain = chain;
        this.history = history;
        this.asked = asked;
    }

    /**
     * One revision of one thing.
     *
     * @param kind measurement, target, resolution, …
     * @param key what tells it from others of its kind: a code, or the end of a value's path
     * @param content what was recorded
     */
    record Change(String kind, String key, int revision, Instant recordedAt, String author, String reason,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String content, @JsonIgnore Place place) {

        static Change of(Placed placed) {
            Entry entry = placed.entry();
            return new Change(entry.kind(), entry.key(), entry.revision(), placed.place().recordedAt(), entry.author(),
                    entry.reason(), entry.content(), placed.place());
        }
    }

    @GET
    @Operation(operationId = "listChanges", summary = "What was recorded since an instant, in its order: follow the Link to the"
            + " last page, and ask again since its As-Of")
    public RestResponse<Page<Change>> list(
            @Parameter(description = "After this instant; absent: from the beginning", schema = @Schema(format = "date-time")) @QueryParam("since") Optional<String> since,
            @BeanParam @Valid Paging paging) {
        Place first = Place.endOf(since.map(sent -> Asked.instant("since", sent)).orElse(Instant.EPOCH));
        Instant newest = chain.newest(asked.asOf().orElseGet(history::newest), Readers.EVERYBODY);
        return Answer.page(asked, newest, paging,
                last -> last.map(ChangesResource::place).orElse(Optional.of(first)).map(after -> since(after, newest)),
                change -> change.place().recordedAt() + "|" + change.place().ordinal());
    }

    private Iterator<Change> since(Place after, Instant upTo) {
        Iterator<Placed> recorded = chain.entries(after, upTo, Readers.EVERYBODY);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(recorded, Spliterator.ORDERED), false)
                .map(Change::of).iterator();
    }

    private static Optional<Place> place(String key) {
        Matcher written = KEY.matcher(key);
        try {
            return written.matches()
                    ? Optional.of(new Place(Instant.parse(written.group(1)), Integer.parseInt(written.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
