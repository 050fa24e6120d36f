package io.duibiao.core;

import java.util.List;
import java.util.Optional;

/**
 * The answer for one target, one region and one period: is it met, is it on schedule, which way did it move. Computed figures
 * are unrounded.
 *
 * @param region the region or group asked about
 * @param regionName its name
 * @param rule the rule judged by: the target's, or its resolution's
 * @param finding the person's finding that settled it, in place of a value
 * @param accepted the values that keep the rule; empty where that cannot be said yet
 * @param figure the rule's figure v on the scale of the value (下降12% from 34: 29.92); a range has none
 * @param value the value judged, or shown where it could not be judged (PART_YEAR_ONLY, BASIS_MISMATCH, or reported as ———)
 * @param afterDue the period ends later than the target was due
 * @param withinRounding 全数值 and 修约值 comparison give different outcomes
 * @param progress (x − b) ÷ (v − b)
 * @param requiredShare of the way from baseline to target, 0 … 1
 * @param gap distance to the rule's figure, positive is favourable, in the indicator's unit (percentage points for a share)
 * @param completionRate 完成率 in percent
 * @param ceilingUse value ÷ ceiling in percent
 * @param requiredPerYear change per year still needed until due, in the indicator's unit
 * @param standing whether the target is in force, and which others stand beside it
 * @param reference compared with the parent's target; counts in no scorecard
 * @param computed the figure rolled up or derived for the period, where there is one: the value itself, or beside an official
 *        one
 * @param members for a group that keeps its target one by one: the verdict of each
 * @param working the numbers that it was made with, for its explanation
 */
public record Verdict(Target target, Indicator indicator, String region, Text regionName, Period period, Rule rule,
        Optional<Resolution> resolution, Optional<Judgement> finding, Optional<Interval> accepted, Optional<Quantity> figure,
        Optional<Measurement> value,
        Outcome outcome, Optional<Outcome.Reason> reason,
        boolean afterDue, boolean withinRounding, Schedule schedule, Optional<Schedule.Reason> scheduleReason,
        Optional<Quantity> progress, Optional<Quantity> requiredShare, Movement movement, Optional<Quantity> gap,
        Optional<Quantity> completionRate, Optional<Quantity> ceilingUse, Optional<Quantity> requiredPerYear,
        Optional<Projection> projection, Standing standing, boolean reference, Optional<Computed> computed,
        List<Verdict> members, Explanation.Working working) {

    /** The version of the method by which it was made. */
    public Edition edition() {
        return working.edition();
    }

    /** Decimals that computed figures are shown with: at least two, and as many as target and value have. */
    public int decimals() {
        int ofValue = isComputed() ? indicator.decimals()
                : value.flatMap(measured -> measured.figure().exact()).map(Quantity::decimals).orElse(0);
        return Math.max(2, Math.max(ofValue, demanded().map(Quantity::decimals).orElse(0)));
    }

    /** Whether it is met by the tolerance of its figure alone: 78.5 of 79 ± 0.79. */
    public boolean isWithinTolerance() {
        boolean pardons = rule instanceof Rule.About || rule instanceof Rule.Maintain;
        return pardons && edition().corrected() && gap.filter(one -> one.signum() == 0).isPresent()
                && !value.flatMap(measured -> measured.figure().exact()).equals(figure);
    }

    /** A computed figure as it is shown, with decimals enough to see on which side of a limit it lies. */
    public String shown(Quantity computed, Quantity limit) {
        return edition().corrected() ? computed.display(decimals(), limit) : computed.display(decimals());
    }

    /** What the number compared is set against: the change that the rule demands, else its figure. */
    Optional<Quantity> demanded() {
        return rule instanceof Rule.ChangeBy change ? Optional.of(change.value()) : figure;
    }

    /** Whether the value was rolled up or derived, because none was reported. */
    public boolean isComputed() {
        return value.isPresent() && value.equals(computed.map(Computed::value));
    }

    /** How many of the regions below the judged value rests on; empty where the official figure was judged. */
    public Optional<Coverage> coverage() {
        return isComputed() ? computed.flatMap(Computed::coverage) : Optional.empty();
    }

    /**
     * By how much the official figure exceeds the computed one of the same period: 90.8 against a mean of 90.5 → 0.3. A sum
     * that regions are missing from differs for certain where it is above the official figure already: 10 against ≥ 12 → −2.
     */
    public Optional<Quantity> difference() {
        return isComputed() ? Optional.empty()
                : value.flatMap(official -> computed.map(Computed::value)
                        .filter(figure -> figure.period().equals(official.period()))
                        .flatMap(figure -> official.figure().exact()
                                .flatMap(reported -> difference(reported, figure.figure()))));
    }

    private Optional<Quantity> difference(Quantity reported, Figure rolled) {
        boolean lowest = edition().corrected() && rolled instanceof Figure.Bound bound
                && bound.relation() == Relation.AT_LEAST && bound.value().compareTo(reported) > 0;
        return rolled.exact().or(() -> lowest ? rolled.number() : Optional.empty()).map(reported::minus);
    }

    /** The rule, the inputs unrounded, each formula with its numbers, sentence by sentence; written when it is asked for. */
    public List<Text> explain() {
        return Explanation.of(this);
    }

    /** The verdict on a group, as those on its members make it. */
    Verdict ofMembers(Outcome common, Optional<Outcome.Reason> why, List<Verdict> each) {
        return new Verdict(target, indicator, region, regionName, period, rule, resolution, finding, accepted, figure, value,
                common,
                why, afterDue,
                false, schedule, ofGroup(), progress, requiredShare, movement, gap, completionRate, ceilingUse,
                requiredPerYear, projection, standing, reference, computed, each, working);
    }

    /** A group whose members keep the target one by one has no way of its own. */
    private Optional<Schedule.Reason> ofGroup() {
        return scheduleReason.map(own -> edition().corrected() ? Schedule.Reason.FOLLOWS_MEMBERS : own);
    }

    /**
     * The due year's value by a straight line.
     *
     * @param points the periods whose values the line rests on
     */
    public record Projection(Quantity value, List<Period> points) {
    }
}
