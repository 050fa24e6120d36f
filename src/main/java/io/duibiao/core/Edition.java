package io.duibiao.core;

import java.time.YearMonth;

/**
 * 评价方法的版本: which version of the method judges. It is recorded like all else that was known, so that what was asked under an
 * earlier version is answered as that version answered it.
 *
 * @param number 1 for the first
 */
public record Edition(int number) {

    /** The code under which the catalogue keeps it. */
    public static final String CODE = "assessment";

    /** Where none is recorded. */
    static final Edition FIRST = new Edition(1);

    public static final Edition LATEST = new Edition(2);

    /**
     * The second counts months to the day before a due date, and years where the data lag; it rounds once, at the end; and it
     * answers where the first had no answer (docs/decisions/0018).
     */
    public boolean corrected() {
        return number >= LATEST.number;
    }

    /** The last month that counts for a target: to be kept from or by the first of January it has to stand in December. */
    public YearMonth due(Target target) {
        return corrected() ? YearMonth.from(target.due().date().minusDays(1)).minusYears(target.dataLag())
                : YearMonth.from(target.due().date());
    }

    /** The month that a period is judged at: with a lag of a year 2025 is judged on 2024, and so is the way to it. */
    YearMonth asked(Period period, Target target) {
        return period.last().minusYears(lag(target));
    }

    /** Years by which the way lies before the periods asked about. */
    int lag(Target target) {
        return corrected() ? target.dataLag() : 0;
    }

    /** A quotient that is computed with further: as it is, where the first edition went on with ten decimals of it. */
    Quantity kept(Quantity quotient) {
        return corrected() ? quotient : quotient.shown();
    }
}
