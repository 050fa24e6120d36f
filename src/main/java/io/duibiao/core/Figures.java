package io.duibiao.core;

import java.util.Optional;

/** Reads what is printed where a number is expected. */
public final class Figures {

    private static final String DASHES = "[-–—―─−]+";

    private Figures() {
    }

    /** The unit behind the number: 亿吨 of 0.4亿吨; empty where none is printed, or no number. */
    public static Optional<String> unit(String printed) {
        Reading reading = new Reading(printed);
        reading.take("(");
        reading.take(Lexicon.Compare.class);
        return reading.amount().flatMap(Reading.Amount::unit);
    }

    /**
     * {@code 90.8}, {@code (25.0)}, {@code 23%} and {@code 两个} are exact, {@code 90以上} is a bound, {@code ———} is absent, and
     * all else is words.
     *
     * @throws NotAQuantity when nothing is printed, or a number that is longer than a quantity holds
     */
    public static Figure parse(String printed) {
        Reading reading = new Reading(printed);
        String text = reading.text(0, reading.length());
        if (text.isEmpty()) {
            throw new NotAQuantity(printed);
        }
        if (text.matches(DASHES)) {
            return new Figure.Absent();
        }
        if (text.equals("减半")) {
            return new Figure.Exact(Quantity.of(50));
        }
        boolean bracketed = reading.take("(");
        Optional<Relation> before = reading.take(Lexicon.Compare.class).map(Lexicon.Compare::relation);
        Optional<Quantity> value = reading.amount().map(Reading.Amount::value);
        Optional<Relation> after = reading.take(Lexicon.Closing.class).map(Lexicon.Closing::relation);
        boolean closed = !bracketed || reading.take(")");
        boolean agree = before.isEmpty() || after.isEmpty() || before.equals(after);
        if (value.isEmpty() || !closed || !agree || !reading.atEnd()) {
            return new Figure.Words(printed.strip());
        }
        return before.or(() -> after).<Figure> map(relation -> new Figure.Bound(relation, value.get()))
                .orElseGet(() -> new Figure.Exact(value.get()));
    }
}
