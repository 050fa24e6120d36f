package io.duibiao.briefing;

import java.time.Instant;
import java.util.List;

import io.duibiao.chart.Charts;
import io.duibiao.core.Language;

/**
 * What a briefing says, whatever form it is laid out in.
 *
 * @param cover lines below the title, the as-of date among them
 * @param reach how far the data reach; stands on every page
 * @param asOf the instant behind it, which dates the file
 */
record Pack(Language language, String title, List<String> cover, String reach, Instant asOf, List<Section> sections) {

    record Section(String heading, List<Part> parts) {
    }

    /** What a section is made of. */
    sealed interface Part permits Heading, Sentence, Illustration, Table {
    }

    record Heading(String words) implements Part {
    }

    record Sentence(String words) implements Part {
    }

    record Illustration(String caption, Charts.Drawn picture) implements Part {
    }

    /**
     * A table whose head stands on every page that it reaches; a line feed in a cell begins a new line.
     *
     * @param shares of the width, in percent
     */
    record Table(List<String> head, List<Integer> shares, List<List<String>> rows) implements Part {

        private static final int LAST_TOGETHER = 3;

        /** Whether the next row has to stand on the same page: the last few are not parted. */
        boolean isWithNext(int row) {
            return row >= rows.size() - LAST_TOGETHER && row < rows.size() - 1;
        }

        /** The end of the rows that have to stand together from there on. */
        int together(int row) {
            return isWithNext(row) ? rows.size() : row + 1;
        }
    }
}
