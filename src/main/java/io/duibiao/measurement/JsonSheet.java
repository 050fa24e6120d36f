package io.duibiao.measurement;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

import io.duibiao.core.Text;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Suggestions;

/**
 * An array of objects, read one by one; its header is made up. They have the fields of the long form. Where the first one has a
 * region or a period and neither indicator nor value they have the wide form, and its further fields are the indicators of all.
 */
final class JsonSheet implements Sheet {

    private static final int LONGEST_NUMBER = 100;
    private static final int DEEPEST = 32;
    private static final List<String> FIELDS = Stream.of(Field.values()).filter(Field::isRead).map(Field::code).toList();
    private static final Map<String, String> CHINESE = Stream.of(Field.values()).filter(Field::isRead)
            .collect(Collectors.toUnmodifiableMap(Field::zh, Field::code));
    private static final Set<String> OF_THE_LONG_FORM = Set.of(Field.INDICATOR.code(), Field.VALUE.code());
    private static final Set<String> OF_EITHER = Set.of(Field.REGION.code(), Field.PERIOD.code(), Field.YEAR.code());

    /** NaN is read, so that it can be refused as the value that it is; ours is no mapper of the requests. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_CELL)
                    .maxNumberLength(LONGEST_NUMBER).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private record Cell(String text, Place place) {
    }

    private record Parsed(Place start, Map<String, Cell> cells) {
    }

    private final JsonParser json;
    private List<String> columns = List.of();
    private Optional<Parsed> ahead = Optional.empty();

    JsonSheet(Path file) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8
                .newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            int first = text.read();
            if (first >= 0 && first != '\uFEFF') {
                text.unread(first);
            }
            json = JSON.createParser(text);
        } catch (CharacterCodingException e) {
            text.close();
            throw notUtf8(new Place(1, 1));
        }
    }

    private static ProblemException notUtf8(Place place) {
        return place.refuse("NOT_UTF8", new Text("JSON 须为 UTF-8 编码", "JSON is sent in UTF-8"));
    }

    @Override
    public String form() {
        return "JSON";
    }

    @Override
    public Optional<Line> next() throws IOException {
        try {
            if (columns.isEmpty()) {
                if (json.nextToken() != JsonToken.START_ARRAY) {
                    throw shape(new Text("应为对象的数组", "An array of objects is expected"));
                }
                ahead = object();
                return Optional.of(header());
            }
            Optional<Parsed> object = ahead;
            ahead = object.isPresent() ? object() : object;
            return object.map(this::line);
        } catch (CharacterCodingException e) {
            throw notUtf8(here());
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private Line header() {
        Parsed first = ahead.orElseGet(() -> new Parsed(here(), Map.of()));
        Set<String> names = first.cells().keySet();
        boolean wide = names.stream().anyMatch(OF_EITHER::contains) && names.stream().noneMatch(OF_THE_LONG_FORM::contains);
        columns = wide ? Stream.of(FIELDS, names).flatMap(Collection::stream).distinct()
                .filter(name -> !OF_THE_LONG_FORM.contains(name)).toList() : FIELDS;
        return new Line(first.start().line(), columns, places(first));
    }

    private Line line(Parsed object) {
        object.cells().forEach((name, cell) -> {
            if (!columns.contains(name)) {
                throw unknown(name, cell.place());
            }
        });
        return new Line(object.start().line(), columns.stream()
                .map(name -> Optional.ofNullable(object.cells().get(name)).map(Cell::text).orElse("")).toList(),
                places(object));
    }

    private List<Place> places(Parsed object) {
        return columns.stream()
                .map(name -> Optional.ofNullable(object.cells().get(name)).map(Cell::place).orElse(object.start())).toList();
    }

    private Optional<Parsed> object() throws IOException {
        if (json.nextToken() == JsonToken.END_ARRAY) {
            if (json.nextToken() != null) {
                throw here().refuse("TRAILING_TOKENS", new Text("JSON 之后还有内容", "Something follows after the JSON"));
            }
            return Optional.empty();
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw shape(new Text("数组中应为对象", "The array should hold objects"));
        }
        Parsed object = new Parsed(here(), new LinkedHashMap<>());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = CHINESE.getOrDefault(json.currentName(), json.currentName());
            json.nextToken();
            if (object.cells().size() == MOST_COLUMNS) {
                throw here().tooWide();
            }
            if (object.cells().put(name, new Cell(text(), here())) != null) {
                throw here().refuse("DUPLICATE_FIELD", new Text("字段重复", "A field is given twice"));
            }
        }
        return Optional.of(object);
    }

    private String text() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (token.isNumeric()) {
            return Numbers.plain(json.getText());
        }
        throw shape(new Text("应为文本或数值", "A text or a number is expected"));
    }

    private Place here() {
        return place(json.currentTokenLocation());
    }

    private static Place place(JsonLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    private ProblemException shape(Text expected) {
        return here().refuse("BAD_SHAPE", expected);
    }

    private ProblemException unknown(String name, Place place) {
        List<String> nearest = Suggestions.nearest(name, columns);
        return place.refuse("UNKNOWN_FIELD", Text.of("没有字段 {0}；可用：{1}", "There is no field {0}; known: {1}", name,
                String.join(", ", nearest.isEmpty() ? columns : nearest)));
    }

    private ProblemException refused(JsonProcessingException unreadable) {
        Place place = Optional.ofNullable(unreadable.getLocation()).filter(found -> found.getLineNr() > 0)
                .map(JsonSheet::place).orElseGet(() -> place(json.currentLocation()));
        String said = unreadable.getOriginalMessage();
        if (unreadable instanceof StreamConstraintsException && said.startsWith("String")) {
            return place.tooLong();
        }
        if (unreadable instanceof StreamConstraintsException && said.startsWith("Number")) {
            return place.refuse("NUMBER_OUT_OF_RANGE", new Text("数值过长", "The number is too long"));
        }
        if (unreadable instanceof StreamConstraintsException) {
            return place.refuse("TOO_DEEP", new Text("嵌套过深", "Nested too deeply"));
        }
        if (unreadable instanceof JsonParseException && said.startsWith("Duplicate")) {
            return place.refuse("DUPLICATE_FIELD", new Text("字段重复", "A field is given twice"));
        }
        return place.refuse("MALFORMED_JSON", new Text("不是合法的 JSON", "Not well-formed JSON"));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
