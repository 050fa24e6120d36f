package io.duibiao.measurement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.duibiao.core.Language;
import io.duibiao.problem.Problem;
import io.duibiao.web.CsvLine;

/** The lines that were rejected, in the form in which they were sent, each with what is wrong with it in a last column. */
final class RejectedLines implements AutoCloseable {

    private static final int PART = 1 << 15;
    /** What no file and no database takes: NUL and half a surrogate pair. */
    private static final Pattern BROKEN = Pattern.compile("[\\x00\\p{Cs}]");

    private final Path file;
    private final BufferedWriter text;
    private final Language language;
    private Optional<Layout> layout = Optional.empty();
    private boolean begun;

    RejectedLines(Path folder, Language language) {
        this.language = language;
        try {
            file = Files.createTempFile(folder, "import-", ".rejected");
            text = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin(Layout sent) {
        layout = Optional.of(sent);
    }

    void add(Sheet.Line line, List<Problem.Fault> faults) {
        Layout sent = layout.orElseThrow();
        if (!begun) {
            begun = true;
            write(sent.shownHeader(), language == Language.ZH ? Field.ERROR.zh() : Field.ERROR.code());
        }
        write(sent.shown(line), faults.stream().map(fault -> fault.message().in(language)).distinct()
                .collect(Collectors.joining(language == Language.ZH ? "；" : "; ")));
    }

    private void write(List<String> cells, String last) {
        try {
            text.write(CsvLine.of(Stream.concat(cells.stream().map(cell -> BROKEN.matcher(cell).replaceAll("\uFFFD")),
                    Stream.of(last)).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, in parts that a database takes. */
    void parts(Consumer<String> take) {
        char[] part = new char[PART];
        try {
            text.flush();
            try (Reader lines = Files.newBufferedReader(file)) {
                int kept = 0;
                for (int count = lines.read(part); count >= 0; count = lines.read(part, kept, PART - kept)) {
                    int filled = kept + count;
                    // A character of two halves is not torn.
                    kept = filled > 1 && Character.isHighSurrogate(part[filled - 1]) ? 1 : 0;
                    take.accept(new String(part, 0, filled - kept));
                    part[0] = part[filled - 1];
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            text.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
