package io.duibiao.measurement;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/** A table as it was sent, line by line; whatever was behind a cell, what is in it is text. */
interface Sheet extends Closeable {

    int LONGEST_CELL = 4096;
    int MOST_COLUMNS = 1000;

    /** Where a cell stands; both count from 1, in a text file as an editor counts its lines. */
    record Place(int line, int column) {

        ProblemException refuse(String code, Text message) {
            return Problem.of(400, new Problem.Fault(Optional.empty(), Optional.of(line), Optional.of(column), code, message,
                    Optional.empty())).exception();
        }

        /** What every cell is held to, before anything is made of it. */
        ProblemException tooLong() {
            return refuse("CELL_TOO_LONG", Text.of("第 {0} 行第 {1} 列超过 {2} 个字符，可能是引号没有配对",
                    "Line {0}, column {1} has more than {2} characters; perhaps a quote is not closed", line, column,
                    LONGEST_CELL));
        }

        ProblemException tooWide() {
            return refuse("TOO_MANY_COLUMNS", Text.of("第 {0} 行超过 {1} 列", "Line {0} has more than {1} columns", line,
                    MOST_COLUMNS));
        }
    }

    /**
     * One line.
     *
     * @param places of the cells, where they are not simply one after another on the line
     */
    record Line(int number, List<String> cells, List<Place> places) {

        Line(int number, List<String> cells) {
            this(number, cells, List.of());
        }

        /** A line may end before its last columns. */
        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }

        Place at(int index) {
            return places.isEmpty() ? new Place(number, index + 1) : places.get(index);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The next line, empty at the end.
     *
     * @throws ProblemException 400 where the file cannot be read as what it says it is
     */
    Optional<Line> next() throws IOException;

    /** How the file was understood: UTF-8, GB18030, XLSX, JSON. */
    String form();
}
