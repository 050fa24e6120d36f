package io.duibiao.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.duibiao.account.Accounts;
import io.duibiao.account.Person;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Group;
import io.duibiao.core.Judgement;
import io.duibiao.core.Plan;
import io.duibiao.core.Resolution;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.history.History;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;
import io.duibiao.web.Version;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;

/** The revisions of catalogue entries over HTTP: one is read for editing, the next is kept, all of them are listed. */
@RequestScoped
class Revisions {

    private static final int MOST_NAMED = 10;

    private final Plans plans;
    private final History history;
    private final Asked asked;
    private final SecurityIdentity caller;
    private final Accounts accounts;
    private final List<Referring> others;

    Revisions(Plans plans, History history, Asked asked, SecurityIdentity caller, Accounts accounts,
            @All List<Referring> others) {
        this.accounts = accounts;
        this.others = others;
        this.plans = plans;
        this.history = history;
        this.asked = asked;
        this.caller = caller;
    }

    /**
     * One step of an entry's history: what was recorded, by whom and why.
     *
     * @param withdrawn told where the content does not stand from then on
     */
    record Revision<T>(int revision, Instant recordedAt, String author, String reason,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn, T content) {
    }

    /**
     * An entry after a write.
     *
     * @param created it is the first of its code
     * @param at as of when the answer shows it among the others
     */
    record Kept(Entry entry, boolean created, Instant at) {
    }

    /** One entry alone, with its own ETag. */
    <T> RestResponse<T> answer(Entry entry, Function<Entry, T> body) {
        return version(entry).answer(asked, () -> body.apply(entry));
    }

    /** One entry among what is shown with it; its ETag serves for If-Match. */
    <T> RestResponse<T> answer(Catalogue catalogue, Noun noun, String code, Supplier<T> body) {
        return version(catalogue.entry(noun, code).orElseThrow()).answer(asked, catalogue.newest(), body);
    }

    /**
     * Keeps what is made of the catalogue as it stands, under the commit lock, so that nobody writes in between. Content that
     * stands already is not kept again; a change of it needs the version seen and a reason.
     *
     * @param making throws where the entry may not be made so
     */
    Kept keep(Noun noun, String code, Optional<String> ifMatch, Optional<String> reason, Function<Catalogue, Record> making) {
        return keep(noun, code, ifMatch, reason, making, (catalogue, content) -> List.of());
    }

    /** @param following the targets that change with the entry, from the catalogue before and what it is now */
    Kept keep(Noun noun, String code, Optional<String> ifMatch, Optional<String> reason, Function<Catalogue, Record> making,
            BiFunction<Catalogue, Record, List<Target>> following) {
        return history.record(now -> {
            Catalogue catalogue = plans.at(Optional.empty());
            Optional<Entry> standing = catalogue.entry(noun, code);
            Version.first(standing.map(Revisions::version), asked);
            Record content = making.apply(catalogue);
            if (standing.filter(entry -> entry.content().equals(content)).isPresent()) {
                return new Kept(standing.get(), false, catalogue.newest());
            }
            Version.replace(standing.map(Revisions::version), ifMatch, reason);
            String author = Person.of(caller).name();
            String why = Draft.some(reason).orElse("");
            CatalogueRow row = CatalogueRow.add(noun, code, content, now, author, why, source(content));
            following.apply(catalogue, content).forEach(
                    target -> CatalogueRow.add(Noun.TARGET, target.id(), target, now, author, why, source(target)));
            return new Kept(row.entry(), standing.isEmpty(), now.get());
        });
    }

    /**
     * Withdraws an entry that was made by mistake; its revisions stay. It needs the version seen and a reason.
     *
     * @param known throws where there is no such entry
     */
    RestResponse<Void> withdraw(Noun noun, String code, Optional<String> ifMatch, Optional<String> reason,
            Consumer<Lookup> known) {
        return history.record(now -> {
            Catalogue catalogue = plans.at(Optional.empty());
            known.accept(Lookup.ofPath(catalogue));
            Version.match(catalogue.entry(noun, code).map(Revisions::version), ifMatch);
            String why = Draft.some(reason).orElseThrow(() -> Version.reasonRequired("reason"));
            List<String> naming = References.to(catalogue, noun, code);
            if (!naming.isEmpty()) {
                throw stillNamed(Text.of("仍被引用，不能撤回：{0}", "Still named by {0}",
                        String.join(", ", naming.subList(0, Math.min(MOST_NAMED, naming.size())))));
            }
            if (recordedElsewhere(noun, code)) {
                throw stillNamed(new Text("已有填报数据，不能撤回", "Values have been recorded under it"));
            }
            if (noun == Noun.REGION && accounts.anyBoundTo(code)) {
                throw stillNamed(new Text("有账号归属该地区，不能撤回", "Accounts are bound to the region"));
            }
            CatalogueRow.withdraw(noun, code, now, Person.of(caller).name(), why);
            return RestResponse.noContent();
        });
    }

    /** Whether another room has recorded anything under the code. */
    boolean recordedElsewhere(Noun noun, String code) {
        return others.stream().anyMatch(room -> room.refersTo(noun, code));
    }

    private static ProblemException stillNamed(Text why) {
        return Problem.of(409, "STILL_NAMED", why).exception();
    }

    /** What a write left behind. */
    <T> RestResponse<T> written(Kept kept, Function<Catalogue, T> body) {
        return written(kept, Map.of(), body);
    }

    /** @param key the parameters that the entry is found by, beside the path */
    <T> RestResponse<T> written(Kept kept, Map<String, String> key, Function<Catalogue, T> body) {
        return version(kept.entry()).written(asked, kept.created(), key, body.apply(plans.at(Optional.of(kept.at()))));
    }

    /**
     * The history of the entries whose code is like the given one, the first revision first.
     *
     * @param known throws where there is no such entry
     */
    <T> RestResponse<Page<Revision<T>>> list(Noun noun, String code, Paging paging, Function<Record, T> content,
            Consumer<Lookup> known) {
        List<CatalogueRow> rows = QuarkusTransaction.joiningExisting()
                .call(() -> CatalogueRow.revisions(noun, code, asked.asOf()));
        if (rows.isEmpty()) {
            known.accept(Lookup.ofPath(plans.at(asked.asOf())));
        }
        Instant newest = rows.isEmpty() ? Instant.EPOCH : rows.get(rows.size() - 1).recordedAt;
        return Answer.page(asked, newest, paging, () -> rows.stream().map(row -> new Revision<>(row.revision, row.recordedAt,
                row.author, row.reason, row.withdrawn, content.apply(row.entry().content()))).toList(),
                step -> step.recordedAt() + " " + step.revision());
    }

    private static Version version(Entry entry) {
        return new Version(entry.revision(), entry.recordedAt());
    }

    /** The document that an entry was taken from, where it names one. */
    private static String source(Record content) {
        if (content instanceof Plan plan) {
            return plan.document();
        } else if (content instanceof Target target) {
            return target.citation().document();
        } else if (content instanceof Group group) {
            return group.citation().document();
        } else if (content instanceof Resolution resolution) {
            return resolution.citation().document();
        }
        return content instanceof Judgement judgement ? judgement.citation().map(Citation::document).orElse("") : "";
    }
}
