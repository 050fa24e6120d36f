package io.duibiao.measurement;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/**
 * The first visible sheet of an XLSX workbook (ISO/IEC 29500), row by row. It is read here and not by a library because every
 * part is held to a size while it is inflated: a workbook of a few kilobytes can hold gigabytes.
 */
final class XlsxSheet implements Sheet {

    /** Most rows that a spreadsheet can have; most columns are more than are read. */
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_SHARED_CHARACTERS = 16 << 20;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final List<String> shared = new ArrayList<>();
    private final SpreadsheetFormats formats;
    private final boolean computed;
    private final XMLStreamReader sheet;
    private int row;

    XlsxSheet(Path file) throws IOException {
        zip = zip(file);
        try {
            Workbook workbook = workbook();
            formats = new SpreadsheetFormats(workbook.from1904());
            computed = workbook.computed();
            if (zip.getEntry("xl/styles.xml") != null) {
                readStyles();
            }
            if (zip.getEntry("xl/sharedStrings.xml") != null) {
                readShared();
            }
            sheet = part(workbook.part());
        } catch (XMLStreamException e) {
            zip.close();
            throw damaged();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw damaged();
        }
    }

    static ProblemException damaged() {
        return Problem.of(400, "DAMAGED_XLSX",
                new Text("不是完好的 XLSX 文件；请重新另存后再发送", "The XLSX file is damaged; save it anew and send that")).exception();
    }

    private static ProblemException tooLarge() {
        return Problem.of(413, "XLSX_TOO_LARGE",
                new Text("XLSX 解压后过大；请改用 CSV", "The XLSX file is too large once inflated; send CSV")).exception();
    }

    private XMLStreamReader part(String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged();
        }
        return XML.createXMLStreamReader(new Inflated(zip.getInputStream(entry), entry.getCompressedSize()));
    }

    /** @param computed false where a program has written formulas and left their results to whoever opens the workbook */
    private record Workbook(String part, boolean from1904, boolean computed) {
    }

    private Workbook workbook() throws IOException, XMLStreamException {
        Optional<String> id = Optional.empty();
        boolean from1904 = false;
        boolean computed = true;
        XMLStreamReader xml = part("xl/workbook.xml");
        while (starts(xml)) {
            if (xml.getLocalName().equals("workbookPr")) {
                from1904 = isTrue(attribute(xml, "date1904"));
            } else if (xml.getLocalName().equals("calcPr")) {
                computed = !isTrue(attribute(xml, "fullCalcOnLoad"));
            } else if (xml.getLocalName().equals("sheet") && id.isEmpty()
                    && Set.of("", "visible").contains(attribute(xml, "state"))) {
                id = Optional.of(attribute(xml, "id"));
            }
        }
        String target = target(id.orElseThrow(XlsxSheet::damaged));
        return new Workbook(target.startsWith("/") ? target.substring(1) : "xl/" + target, from1904, computed);
    }

    private String target(String id) throws IOException, XMLStreamException {
        XMLStreamReader xml = part("xl/_rels/workbook.xml.rels");
        while (starts(xml)) {
            if (xml.getLocalName().equals("Relationship") && attribute(xml, "Id").equals(id)) {
                return attribute(xml, "Target");
            }
        }
        throw damaged();
    }

    private void readStyles() throws IOException, XMLStreamException {
        XMLStreamReader xml = part("xl/styles.xml");
        Map<String, String> codes = new HashMap<>();
        boolean ofCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        if (ofCells) {
                            String id = attribute(xml, "numFmtId");
                            formats.add(id, codes.getOrDefault(id, ""));
                        }
                    }
                    default -> {
                        // Fonts and borders say nothing of the value.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                ofCells = false;
            }
        }
    }

    private void readShared() throws IOException, XMLStreamException {
        XMLStreamReader xml = part("xl/sharedStrings.xml");
        long characters = 0;
        while (starts(xml)) {
            if (xml.getLocalName().equals("si")) {
                // What is too long is refused in the cell that shows it.
                String text = text(xml, "si", Optional.empty());
                characters += text.length() + 1;
                if (characters > MOST_SHARED_CHARACTERS) {
                    throw tooLarge();
                }
                shared.add(text);
            }
        }
    }

    @Override
    public String form() {
        return "XLSX";
    }

    @Override
    public Optional<Line> next() throws IOException {
        try {
            while (starts(sheet)) {
                if (sheet.getLocalName().equals("row")) {
                    Line line = line();
                    if (!line.isBlank()) {
                        return Optional.of(line);
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private Line line() throws XMLStreamException {
        String number = attribute(sheet, "r");
        row = number.isEmpty() ? row + 1 : number(number, MOST_ROWS);
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.END_ELEMENT && sheet.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && sheet.getLocalName().equals("c")) {
                String reference = attribute(sheet, "r");
                column = reference.isEmpty() ? column + 1 : column(reference);
                Place place = new Place(row, column);
                String text = cell(place);
                if (!text.isEmpty()) {
                    put(cells, column, text);
                }
            }
        }
        return new Line(row, cells);
    }

    private void put(List<String> cells, int column, String text) {
        if (column > MOST_COLUMNS) {
            throw new Place(row, column).tooWide();
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.set(column - 1, text);
    }

    private String cell(Place place) throws XMLStreamException {
        String type = attribute(sheet, "t");
        String style = attribute(sheet, "s");
        String value = "";
        Optional<String> formula = Optional.empty();
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.END_ELEMENT && sheet.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && sheet.getLocalName().equals("f")) {
                formula = Optional.of("=" + text(sheet, "f", Optional.empty()));
            } else if (event == XMLStreamConstants.START_ELEMENT && sheet.getLocalName().equals("v")) {
                value = text(sheet, "v", Optional.of(place));
            } else if (event == XMLStreamConstants.START_ELEMENT && sheet.getLocalName().equals("is")) {
                value = text(sheet, "is", Optional.of(place));
            }
        }
        // A formula whose result is no text has that result only once somebody has computed it.
        if (formula.isPresent() && (!computed || value.isEmpty() && !type.equals("str"))) {
            return formula.get();
        }
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> shared(number(value, Integer.MAX_VALUE), place);
            case "b" -> isTrue(value) ? "TRUE" : "FALSE";
            case "", "n" -> formats.shown(value, style.isEmpty() ? 0 : number(style, Integer.MAX_VALUE));
            default -> value;
        };
    }

    private String shared(int index, Place place) {
        if (index >= shared.size()) {
            throw damaged();
        }
        String text = shared.get(index);
        if (text.length() > LONGEST_CELL) {
            throw place.tooLong();
        }
        return text;
    }

    /** The text up to the end of the element, without the readings that are printed above characters. */
    private static String text(XMLStreamReader xml, String element, Optional<Place> place) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int above = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                above++;
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("rPh")) {
                above--;
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            } else if (isText(event) && above == 0 && text.length() <= LONGEST_CELL) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        if (place.isPresent() && text.length() > LONGEST_CELL) {
            throw place.get().tooLong();
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Whether there is another element; it is then the current one. An own document type is no spreadsheet's. */
    private static boolean starts(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw damaged();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                @Nullable
                String value = xml.getAttributeValue(i);
                return value == null ? "" : value;
            }
        }
        return "";
    }

    private static boolean isTrue(String word) {
        return word.equals("1") || word.equals("true");
    }

    /** BC12 is column 55; the letters of a fourth would be beyond every spreadsheet. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = 26 * column + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            if (i == 3 || column < 1) {
                throw damaged();
            }
        }
        return Math.max(column, 1);
    }

    private static int number(String digits, int most) {
        try {
            int number = Integer.parseInt(digits);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw damaged();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * Gives up a part that inflates to more than a hundred times its size, or has a longer run without a tag than a cell can.
     */
    private static final class Inflated extends FilterInputStream {

        private static final int MOST_TIMES = 100;
        private static final int ALWAYS_ALLOWED = 1 << 20;
        private static final int LONGEST_RUN = 1 << 18;

        private final long most;
        private long inflated;
        private int run;

        Inflated(InputStream part, long compressed) {
            super(part);
            most = Math.max(ALWAYS_ALLOWED, compressed * MOST_TIMES);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            inflated += Math.max(count, 0);
            for (int i = offset; i < offset + count; i++) {
                run = buffer[i] == '<' ? 0 : run + 1;
                if (run > LONGEST_RUN) {
                    throw tooLarge();
                }
            }
            if (inflated > most) {
                throw tooLarge();
            }
            return count;
        }
    }
}
