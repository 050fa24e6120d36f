package io.duibiao.core;

import java.util.Optional;

/** A rule on one line, without the phrase that it was read from. */
final class PhraseRendering {

    private PhraseRendering() {
    }

    static String of(Rule rule) {
        String figure = "";
        if (rule instanceof Rule.AtLeast r) {
            figure = r.value() + unit(r.unit());
        } else if (rule instanceof Rule.Above r) {
            figure = r.value() + unit(r.unit());
        } else if (rule instanceof Rule.AtMost r) {
            figure = r.value() + unit(r.unit());
        } else if (rule instanceof Rule.Below r) {
            figure = r.value() + unit(r.unit());
        } else if (rule instanceof Rule.About r) {
            figure = r.value() + " ± " + r.tolerance() + (r.assumed() ? " assumed" : "") + unit(r.unit());
        } else if (rule instanceof Rule.Between r) {
            figure = r.from() + " " + r.to() + unit(r.unit());
        } else if (rule instanceof Rule.Exactly r) {
            figure = r.value() + unit(r.unit());
        } else if (rule instanceof Rule.ChangeBy r) {
            figure = r.value() + " " + r.changeUnit() + (r.strict() ? " strict" : "")
                    + r.baseYear().map(year -> " since " + year).orElse("") + unit(r.unit());
        } else if (rule instanceof Rule.Maintain r) {
            figure = r.value() + " ± " + r.tolerance() + (r.assumed() ? " assumed" : "") + unit(r.unit());
        } else if (rule instanceof Rule.Improve r) {
            figure = r.against().toString();
        } else if (rule instanceof Rule.StableOrImproving r) {
            figure = "± " + r.tolerance() + (r.assumed() ? " assumed" : "");
        } else if (rule instanceof Rule.NegativeGrowth r) {
            figure = r.everyYear() ? "every year" : "";
        } else if (rule instanceof Rule.ZeroGrowth r) {
            figure = r.everyYear() ? "every year" : "";
        } else if (rule instanceof Rule.Eliminate r) {
            figure = r.basically() ? "basically" : "";
        } else if (rule instanceof Rule.Complete r) {
            figure = r.value().map(Quantity::toString).orElse("") + unit(r.unit()) + (r.basically() ? " basically" : "");
        } else if (rule instanceof Rule.ByStandard r) {
            figure = r.standard() + r.value().map(value -> " " + value).orElse("");
        } else if (rule instanceof Rule.SameAs r) {
            figure = r.reference();
        }
        return (rule.getClass().getSimpleName() + " " + figure.strip()).strip();
    }

    private static String unit(Optional<String> unit) {
        return unit.map(u -> " " + u).orElse("");
    }
}
