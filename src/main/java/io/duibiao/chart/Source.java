package io.duibiao.chart;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Citation;
import io.duibiao.core.Plan;
import io.duibiao.core.Target;
import io.duibiao.core.Text;

/**
 * Where the targets of a picture are printed.
 *
 * @param documents as the foot names them, in title marks and with their 文号
 */
record Source(List<Text> documents) {

    private static final int NAMED = 2;

    /** The plan itself where it prints a target or none is shown; else the documents that do. */
    static Source of(Plan plan, Collection<Target> targets, Collection<Plan> known) {
        List<String> cited = targets.stream().flatMap(target -> target.citations().stream()).map(Citation::document).distinct()
                .toList();
        if (cited.isEmpty() || cited.contains(plan.document())) {
            return new Source(List.of(named(plan)));
        }
        return new Source(cited.stream().map(document -> named(document, known)).toList());
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

    String line(Words words) {
        List<String> named = documents.stream().limit(NAMED).map(words::say).toList();
        String more = documents.size() > NAMED ? words.say("等", " and others") : "";
        return words.say("目标来源：{0}{1}。", "Targets: {0}{1}.", String.join(words.say("", "; "), named), more);
    }
}
