package io.duibiao.chart;

import java.util.List;

import io.duibiao.core.Measurement;
import io.duibiao.core.Verdict;

/** One kind of chart with what it shows, not yet laid out. */
interface Chart {

    /** The verdicts that it shows, whatever it says of each. */
    List<Verdict> verdicts();

    /** Values that it shows beside those of its verdicts. */
    default List<Measurement> values() {
        return List.of();
    }

    /** How many rows a picture that is not high enough may leave out. */
    default int spareRows() {
        return 0;
    }

    /** Itself on several pictures, each of so many rows at most; one alone where its rows have to stand together. */
    default List<Chart> parts(int mostRows) {
        return List.of(this);
    }

    Draft draft(Words words);
}
