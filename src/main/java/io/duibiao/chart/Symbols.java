package io.duibiao.chart;

import java.util.Optional;

import io.duibiao.core.Quantity;
import io.duibiao.core.Rule;

/** A printed Chinese phrase for those who do not read Chinese: ≥ 18, −15 % since 2015. */
final class Symbols {

    private Symbols() {
    }

    /**
     * @param change whether the indicator is itself a change, so that the figure is enough
     * @param phrase what is printed, where nothing but the document's own words will do
     */
    static String of(Rule rule, boolean change, String phrase) {
        if (rule instanceof Rule.AtLeast r) {
            return "≥ " + r.value();
        } else if (rule instanceof Rule.Above r) {
            return "> " + r.value();
        } else if (rule instanceof Rule.AtMost r) {
            return "≤ " + r.value();
        } else if (rule instanceof Rule.Below r) {
            return "< " + r.value();
        } else if (rule instanceof Rule.About r) {
            return "≈ " + r.value() + " (± " + r.tolerance().stripped() + ")";
        } else if (rule instanceof Rule.Between r) {
            return r.from() + "–" + r.to();
        } else if (rule instanceof Rule.Exactly r) {
            return "= " + r.value();
        } else if (rule instanceof Rule.ChangeBy r) {
            return change(r, change);
        } else if (rule instanceof Rule.Maintain r) {
            return "hold at " + r.value();
        } else if (rule instanceof Rule.Complete r) {
            String share = r.value().map(count -> "complete " + count).orElse("complete");
            return r.basically() ? "largely " + share : share;
        } else if (rule instanceof Rule.Eliminate r) {
            return r.basically() ? "largely eliminated" : "eliminated";
        } else if (rule instanceof Rule.ByStandard r) {
            return r.value().map(Quantity::toString).orElse("meet a standard");
        }
        return inWords(rule, phrase);
    }

    private static String change(Rule.ChangeBy rule, boolean change) {
        String unit = switch (rule.changeUnit()) {
            case PERCENT -> " %";
            case POINT -> " pp";
            case ABSOLUTE -> "";
        };
        Optional<String> since = rule.baseYear().map(year -> " since " + year);
        return (change ? "" : "change ") + (rule.strict() ? "> " : "≥ ") + rule.value() + (change ? "" : unit)
                + since.orElse("");
    }

    private static String inWords(Rule rule, String phrase) {
        if (rule instanceof Rule.NotWorseThanBaseline) {
            return "no worse than baseline";
        } else if (rule instanceof Rule.Improve r) {
            return r.against() == Rule.Against.BASELINE ? "better than baseline" : "better every year";
        } else if (rule instanceof Rule.StableOrImproving) {
            return "stable or improving";
        } else if (rule instanceof Rule.NegativeGrowth r) {
            return r.everyYear() ? "falling every year" : "falling";
        } else if (rule instanceof Rule.ZeroGrowth r) {
            return r.everyYear() ? "no growth in any year" : "no growth";
        } else if (rule instanceof Rule.Prohibited) {
            return "none allowed";
        } else if (rule instanceof Rule.StateAssessed) {
            return "set by the state";
        } else if (rule instanceof Rule.Judged) {
            return "judged by a person";
        }
        return phrase.chars().allMatch(c -> c < 128) ? phrase : "as in a cited document";
    }
}
