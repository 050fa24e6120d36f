package io.duibiao.core;

import java.util.Optional;

/**
 * 人工认定: a person's finding on a target that no figure settles (得到有效保障).
 *
 * @param place region or group that it was found for
 * @param period that it was found for: for a state it answers until the next finding, for anything else only that period
 * @param outcome MET or NOT_MET
 * @param evidence what it was found by
 * @param citation where the evidence is printed
 */
public record Judgement(String target, String place, Period period, Outcome outcome, String evidence,
        Optional<Citation> citation) {

    /** The code under which it is kept. */
    public String code() {
        return code(target, place, period);
    }

    public static String code(String target, String place, Period period) {
        return target + ":" + place + ":" + period;
    }
}
