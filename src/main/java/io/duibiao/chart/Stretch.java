package io.duibiao.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows of a chart a picture of it shows.
 *
 * @param from counted from 0
 * @param to the first that it does not show
 * @param all how many the chart has
 */
record Stretch(int from, int to, int all) {

    static Stretch whole(int all) {
        return new Stretch(0, all, all);
    }

    /** As few as can be with at most so many rows each, and all about as long: of 21 rows in tens 7, 7 and 7. */
    static List<Stretch> parts(int all, int mostRows) {
        int many = Math.max(1, (all + mostRows - 1) / mostRows);
        return IntStream.range(0, many).mapToObj(i -> new Stretch(i * all / many, (i + 1) * all / many, all)).toList();
    }

    int rows() {
        return to - from;
    }

    <T> List<T> of(List<T> rows, int leftOut) {
        return rows.subList(from, to - leftOut);
    }

    /** What a picture says of the rows that it does not show; nothing where it shows all. */
    List<String> notes(Words words, int leftOut) {
        int last = to - leftOut;
        if (last - from == all) {
            return List.of();
        }
        return List.of(rows() == all
                ? words.say("限于图高，图中只画出前{0}项，另有{1}项未画出。",
                        "Only the first {0} rows are drawn; {1} more do not fit this height.", last, leftOut)
                : words.say("本图为第{0}至{1}项，共{2}项。", "Rows {0} to {1} of {2}.", from + 1, last, all));
    }
}
