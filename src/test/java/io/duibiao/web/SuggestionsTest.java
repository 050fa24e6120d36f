package io.duibiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> KNOWN = List.of("包头市", "包头", "乌海市", "forest-cover", "grassland-cover", "150000", "150100",
            "150200", "150300");

    @Test
    void theNearestNamesComeFirstAndAreThreeAtMost() {
        assertEquals(List.of("forest-cover"), Suggestions.nearest("forest-covr", KNOWN));
        assertEquals(List.of("包头", "包头市"), Suggestions.nearest("包头区", KNOWN));
        assertEquals(List.of("150000", "150100", "150200"), Suggestions.nearest("150400", KNOWN));
    }

    @Test
    void nothingIsSuggestedForWhatIsFarFromEveryName() {
        assertEquals(List.of(), Suggestions.nearest("dashboard", KNOWN));
        assertEquals(List.of(), Suggestions.nearest("x".repeat(60_000), KNOWN));
    }
}
