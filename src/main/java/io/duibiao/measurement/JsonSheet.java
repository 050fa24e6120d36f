package io.duibiao.measurement;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

/** An array of objects that have the fields of the long form, read one by one; its header is made up. */
final class JsonSheet implements Sheet {

    private static final int LONGEST_NUMBER = 100;
    private static final int DEEPEST = 32;
    private static final List<String> FIELDS = Stream.of(Field.values()).filter(Field::isRead).map(Field::code).toList();

    /** NaN is read, so that it can be refused as the value that it is; ours is no mapper of the requests. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_CELL)
                    .maxNumberLength(LONGEST_NUMBER).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final JsonParser json;
    private boolean begun;

    JsonSheet(Path file) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8
                .newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = text.read();
        if (first >= 0 && first != '\uFEFF') {
            text.unread(first);
        }
        json = JSON.createParser(text);
    }

    @Override
    public String form() {
        return "JSON";
    }

    @Override
    public Optional<Line> next() throws IOException {
        try {
            if (!begun) {
                begun = true;
                if (json.nextToken() != JsonToken.START_ARRAY) {
                    throw shape(new Text("应为对象的数组", "An array of objects is expected"));
                }
                return Optional.of(new Line(1, FIELDS));
            }
            if (json.nextToken() == JsonToken.END_ARRAY) {
                return end();
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw shape(new Text("数组中应为对象", "The array should hold objects"));
            }
            return Optional.of(object());
        } catch (CharacterCodingException e) {
            throw here().refuse("NOT_UTF8", new Text("JSON 须为 UTF-8 编码", "JSON is sent in UTF-8"));
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private Optional<Line> end() throws IOException {
        if (json.nextToken() != null) {
            throw here().refuse("TRAILING_TOKENS", new Text("JSON 之后还有内容", "Something follows after the JSON"));
        }
        return Optional.empty();
    }

    private Line object() throws IOException {
        Place start = here();
        List<String> cells = new ArrayList<>(Collections.nCopies(FIELDS.size(), ""));
        List<Place> places = new ArrayList<>(Collections.nCopies(FIELDS.size(), start));
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            int index = FIELDS.indexOf(name);
            if (index < 0) {
                throw unknown(name);
            }
            json.nextToken();
            places.set(index, here());
            cells.set(index, text());
        }
        return new Line(start.line(), cells, places);
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

    private ProblemException unknown(String name) {
        List<String> nearest = Suggestions.nearest(name, FIELDS);
        return here().refuse("UNKNOWN_FIELD", Text.of("没有字段 {0}；可用：{1}", "There is no field {0}; known: {1}", name,
                String.join(", ", nearest.isEmpty() ? FIELDS : nearest)));
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
