package io.duibiao.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import io.duibiao.core.Text;
import io.duibiao.exchange.Tally.Total;
import io.duibiao.history.Chain;
import io.duibiao.history.Chain.Walker;
import io.duibiao.history.Content;
import io.duibiao.history.Ledger.Entry;
import io.duibiao.history.Link;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/**
 * Everything that was ever recorded, as lines of JSON: a heading; each commit with its digest, followed by its
 * entries; how many there were; then the audit log, and at the end the digest of that, without which it was cut
 * short.
 */
final class Export {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int FORMAT = 2;
    /** Of version 0.2.0. */
    private static final int WITHOUT_AUDIT = 1;
    private static final int LONGEST_LINE = 16 << 20;
    private static final String END_OF_HISTORY = "{\"commits\":";
    private static final String END_OF_AUDIT = "{\"recordedAt\":";

    /**
     * The first line.
     *
     * @param program the version that wrote it
     */
    private record Heading(int duibiaoExport, String program) {
    }

    private Export() {
    }

    /** Writes what it meets on its walk through the chain. */
    static final class Lines implements Walker {

        private final Writer to;
        private final Tally tally = new Tally();
        private Instant newest = Instant.EPOCH;

        Lines(OutputStream to, String program) {
            this.to = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            line(Content.text(new Heading(FORMAT, program)));
        }

        @Override
        public void link(Link link) {
            line(Content.text(link));
            tally.link(link);
            newest = link.recordedAt();
        }

        @Override
        public void entry(Entry entry) {
            line(entry.line());
        }

        /** @param log gives its lines to whom it is given */
        void end(Consumer<Consumer<String>> log) throws IOException {
            line(Content.text(tally.total()));
            Link.Forging forging = new Link.Forging(tally.total().digest(), newest);
            log.accept(text -> {
                forging.add(text);
                line(text);
            });
            line(Content.text(forging.link()));
            to.flush();
        }

        private void line(String text) {
            try {
                to.append(text).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads an export to its end.
     *
     * @param walker meets a commit's entries before it is known whether they are what its digest says
     * @param log meets the lines of the audit log likewise
     * @throws ProblemException 422 with the line that is not as it was written
     */
    static Total read(InputStream from, Walker walker, Consumer<String> log) {
        Reading reading = new Reading(new InputStreamReader(from, StandardCharsets.UTF_8.newDecoder()));
        try {
            return reading.toTheEnd(walker, log);
        } catch (Content.Unreadable | Chain.Broken | CharacterCodingException e) {
            throw unreadable(Optional.of(reading.lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reading {

        private final BufferedReader from;
        private int lines;

        Reading(Reader from) {
            this.from = new BufferedReader(from);
        }

        Total toTheEnd(Walker walker, Consumer<String> log) throws IOException {
            int format = Content.read(line(), Heading.class).duibiaoExport();
            if (format != FORMAT && format != WITHOUT_AUDIT) {
                throw unreadable(Optional.of(lines));
            }
            Total total = Total.NOTHING;
            Instant newest = Instant.EPOCH;
            String text = line();
            while (!text.startsWith(END_OF_HISTORY)) {
                Link link = Content.read(text, Link.class);
                commit(link, total.digest(), walker);
                total = total.and(link);
                newest = link.recordedAt();
                text = line();
            }
            if (!Content.read(text, Total.class).equals(total)) {
                throw changed();
            }
            if (format == FORMAT) {
                audit(new Link.Forging(total.digest(), newest), log);
            }
            if (from.read() >= 0) {
                throw changed();
            }
            return total;
        }

        private void audit(Link.Forging forging, Consumer<String> log) throws IOException {
            String text = line();
            while (!text.startsWith(END_OF_AUDIT)) {
                forging.add(text);
                log.accept(text);
                text = line();
            }
            if (!Content.read(text, Link.class).equals(forging.link())) {
                throw changed();
            }
        }

        private void commit(Link link, String previous, Walker walker) throws IOException {
            walker.link(link);
            Link.Forging forging = new Link.Forging(previous, link.recordedAt());
            for (int i = 0; i < link.entries(); i++) {
                String entry = line();
                forging.add(entry);
                walker.entry(Entry.ofLine(entry));
            }
            if (!forging.link().equals(link)) {
                throw changed();
            }
        }

        private String line() throws IOException {
            lines++;
            StringBuilder line = new StringBuilder();
            for (int next = from.read(); next != '\n'; next = from.read()) {
                if (next < 0) {
                    throw refused(Optional.of(lines), "CUT_SHORT",
                            new Text("导出文件不完整：没有结束行", "The export is cut short: its last line is missing"));
                }
                if (line.append((char) next).length() > LONGEST_LINE) {
                    throw unreadable(Optional.of(lines));
                }
            }
            return line.toString();
        }

        private ProblemException changed() {
            return refused(Optional.of(lines), "CHANGED_EXPORT",
                    new Text("与导出时的摘要不符：内容被改动、增删或调换", "Not what was exported: something was changed, added, removed or moved"));
        }

    }

    static ProblemException unreadable(Optional<Integer> line) {
        return refused(line, "UNREADABLE_EXPORT", new Text("本版本读不懂：不是导出文件，或来自更新的版本",
                "This version does not understand it: no export, or one of a newer version"));
    }

    private static ProblemException refused(Optional<Integer> line, String code, Text message) {
        return Problem.of(422, new Problem.Fault(Optional.empty(), line, Optional.empty(), code, message, Optional.empty()))
                .exception();
    }
}
