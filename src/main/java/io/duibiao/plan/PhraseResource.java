package io.duibiao.plan;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.duibiao.core.Direction;
import io.duibiao.core.Kind;
import io.duibiao.core.Phrases;
import io.duibiao.core.Quantity;
import io.duibiao.core.Rule;

/** What a printed phrase means, or what in it is not understood. */
@Path("/api/v1/targets:parse")
@Tag(name = "targets")
public class PhraseResource {

    /** @param kind LEVEL where none is given */
    public record Phrase(@NotBlank @Size(max = 1000) String phrase, @NotNull Direction direction, Optional<Kind> kind) {
    }

    /** One rule for each target that the phrase prints, and the baseline that it starts from (由45个增至53个). */
    public record Rules(List<Rule> rules, Optional<Quantity> baseline) {
    }

    @POST
    @Operation(operationId = "parsePhrase", summary = "The rules that a printed phrase means; 422 names the part that is not understood")
    public Rules parse(@Valid Phrase phrase) {
        Phrases.Meaning meaning = Phrases.read(phrase.phrase(), phrase.direction(), phrase.kind().orElse(Kind.LEVEL));
        return new Rules(meaning.rules(), meaning.baseline());
    }
}
