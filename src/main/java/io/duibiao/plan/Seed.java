package io.duibiao.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.duibiao.core.Text;

/** The seed tables while they are read: the faults of all of them are collected, so that they can be named at once. */
public final class Seed {

    /** The author of what the seed tables bring. */
    public static final String AUTHOR = "seed";

    private final Function<String, Optional<byte[]>> files;
    /** A cell that is read twice is at fault once. */
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Set<String> spoiled = new HashSet<>();

    /** @param line of the table, the header is 1; {@code column} and {@code value} are empty where a whole line is meant */
    record Fault(String file, long line, String column, String value, Text why) {

        @Override
        public String toString() {
            String cell = column.isEmpty() ? "" : " " + column + "=“" + value + "”";
            return file + ":" + line + cell + ": " + why.zh() + " / " + why.en();
        }
    }

    Seed(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /** The tables that the program carries in itself. */
    static Seed bundled() {
        return new Seed(file -> {
            try (InputStream table = Seed.class.getResourceAsStream("/seed-data/" + file)) {
                return table == null ? Optional.empty() : Optional.of(table.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Opens a table that has exactly these columns; where it does not, that is a fault and the table is empty. */
    public SeedTable table(String file, String... columns) {
        Optional<byte[]> bytes = files.apply(file);
        if (bytes.isEmpty()) {
            fault(new Fault(file, 1, "", "", new Text("缺少此表", "the table is missing")));
        }
        return SeedTable.read(this, file, bytes.orElse(String.join(",", columns).getBytes(StandardCharsets.UTF_8)),
                List.of(columns));
    }

    /** Notes a code whose row is at fault, so that what refers to it is not blamed as well. */
    void spoiled(String code) {
        spoiled.add(code);
    }

    boolean isSpoiled(String code) {
        return spoiled.contains(code);
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
