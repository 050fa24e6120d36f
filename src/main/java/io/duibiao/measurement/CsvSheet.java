package io.duibiao.measurement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Text;

/**
 * A CSV file (RFC 4180) in UTF-8 or GB18030. It is read here and not by a library because a cell has to be given up while it is
 * read: an unclosed quote makes one cell of the rest of the file.
 */
final class CsvSheet implements Sheet {

    private static final int BUFFER = 1 << 16;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;
    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    private int line = 1;
    private final StringBuilder cell = new StringBuilder();

    CsvSheet(Path file, Charset charset) throws IOException {
        this.charset = charset;
        text = reader(file, charset);
        if (peek() == BYTE_ORDER_MARK) {
            read();
        }
    }

    /** A file that is UTF-8 throughout is UTF-8: GB18030 text is that only by a chance that a few lines make nil. */
    static Charset charset(Path file) throws IOException {
        try (Reader text = reader(file, StandardCharsets.UTF_8)) {
            char[] some = new char[BUFFER];
            while (text.read(some) >= 0) {
                // Only whether it can be read is asked.
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030");
        }
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return new InputStreamReader(bytes, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public String form() {
        return charset.name();
    }

    @Override
    public Optional<Line> next() throws IOException {
        while (peek() != END) {
            int number = line;
            Line next = new Line(number, cells(number));
            if (!next.isBlank()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private List<String> cells(int number) throws IOException {
        List<String> cells = new ArrayList<>();
        int after;
        do {
            if (cells.size() == MOST_COLUMNS) {
                throw new Place(number, MOST_COLUMNS).tooWide();
            }
            Place place = new Place(number, cells.size() + 1);
            cell.setLength(0);
            after = peek() == '"' ? quoted(place) : plain(place);
            cells.add(cell.toString());
        } while (after == ',');
        if (after == '\r' && peek() == '\n') {
            read();
        }
        if (after != END) {
            line++;
        }
        return cells;
    }

    /** Takes a cell and what ends it. */
    private int plain(Place place) throws IOException {
        for (int c = read();; c = read()) {
            if (c == ',' || c == '\n' || c == '\r' || c == END) {
                return c;
            }
            take(c, place);
        }
    }

    private int quoted(Place place) throws IOException {
        read();
        for (int c = read(); c != END; c = read()) {
            if (c == '"') {
                if (peek() != '"') {
                    return afterQuote(place);
                }
                read();
            } else if (c == '\n' || c == '\r' && peek() != '\n') {
                line++;
            }
            take(c, place);
        }
        throw place.refuse("UNCLOSED_QUOTE", Text.of("第 {0} 行第 {1} 列的引号没有配对",
                "The quote in line {0}, column {1} is not closed", place.line(), place.column()));
    }

    private int afterQuote(Place place) throws IOException {
        int c = read();
        if (c == ',' || c == '\n' || c == '\r' || c == END) {
            return c;
        }
        throw place.refuse("UNCLOSED_QUOTE", Text.of("第 {0} 行第 {1} 列的引号之后还有内容；单元格内的引号须写两个",
                "Something follows the closing quote in line {0}, column {1}; a quote inside a cell is doubled", place.line(),
                place.column()));
    }

    private void take(int c, Place place) {
        if (cell.length() == LONGEST_CELL) {
            throw place.tooLong();
        }
        cell.append((char) c);
    }

    private int read() throws IOException {
        int c = peek();
        at++;
        return c;
    }

    private int peek() throws IOException {
        if (at < filled) {
            return buffer[at];
        }
        if (filled == END) {
            return END;
        }
        try {
            filled = text.read(buffer);
        } catch (CharacterCodingException e) {
            throw new Place(line, 1).refuse("NOT_TEXT", Text.of("第 {0} 行附近既不是 UTF-8 也不是 GB18030 编码；请另存为 CSV UTF-8",
                    "Near line {0} the file is neither UTF-8 nor GB18030; save it as CSV UTF-8", line));
        }
        at = 0;
        return filled == END ? END : buffer[0];
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
