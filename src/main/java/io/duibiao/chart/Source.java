package io.duibiao.chart;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Citation;
import io.duibiao.core.Plan;
import io.duibiao.core.Target;
import io.duibiao.core.Text;

/**
 * Where the targets of a picture are printed, and how far its figures reach.
 *
 * @param documents as the foot names them, in title marks and with their 文号
 * @param targets whether any is shown that they print
 * @param asOf the instant up to which records are counted
 */
record Source(List<Text> documents, boolean targets, Instant asOf) {

    private static final int NAMED = 2;

    /** The plan asked about where it prints a target or none is shown; else the documents that do. */
    static Source of(Optional<Plan> plan, Collection<Target> targets, Collection<Plan> known, Instant asOf) {
        List<String> cited = targets.stream().flatMap(target -> target.citations().stream()).map(Citation::document).distinct()
                .toList();
        boolean itself = cited.isEmpty() || plan.map(Plan::document).filter(cited::contains).isPresent();
        if (plan.isPresent() && itself) {
            return new Source(List.of(named(plan.get())), !targets.isEmpty(), asOf);
        }
        return new Source(cited.stream().map(document -> named(document, known)).toList(), !targets.isEmpty(), asOf);
    }

    private static Text named(String document, Collection<Plan> known) {
        Optional<Plan> plan = known.stream().filter(one -> one.document().equals(document)).findFirst();
        return plan.map(Source::named)
                .orElse(Text.same(document.startsWith("《") ? document : "《" + document + "》"));
    }

    private static Text named(Plan plan) {
        // The pseudo-plans that hold what documents quote from the state are no documents.
        String title = plan.level().equals("state") ? plan.title().zh() : plan.document();
        String number = plan.documentNumber();
        return number.isEmpty() ? new Text(title, plan.title().en())
                : Text.of("{0}（{2}）", "{1} ({2})", title, plan.title().en(), number);
    }

    /** Two sentences for the foot. */
    List<String> lines(Words words, boolean provisional) {
        String reach = words.say("数据截至{0}。", "Data as of {0}.", words.date(asOf))
                + (provisional ? words.say("含快报数据，以核定数为准。", " Some figures are provisional (prov.).") : "");
        if (documents.isEmpty()) {
            return List.of(reach);
        }
        List<String> named = documents.stream().limit(NAMED).map(words::say).toList();
        String more = documents.size() > NAMED ? words.say("等", " and others") : "";
        String joined = String.join(words.say("", "; "), named);
        return List.of(targets ? words.say("目标来源：{0}{1}。", "Targets: {0}{1}.", joined, more)
                : words.say("所查规划：{0}{1}。", "Plan asked about: {0}{1}.", joined, more), reach);
    }
}
