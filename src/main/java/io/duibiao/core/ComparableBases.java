package io.duibiao.core;

/**
 * 口径可比: two bases of an indicator that may be compared with one another, for a reason that a document gives.
 *
 * @param reason why, in the words of whoever declares it
 */
public record ComparableBases(String indicator, String one, String other, String reason, Citation citation) {

    boolean join(String a, String b) {
        return one.equals(a) && other.equals(b) || one.equals(b) && other.equals(a);
    }
}
