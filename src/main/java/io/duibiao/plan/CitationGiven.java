package io.duibiao.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.duibiao.core.Citation;
import io.duibiao.core.Plan;

/**
 * Where something is printed, as it is sent.
 *
 * @param document the title, or the code of a plan, which stands for its title
 */
record CitationGiven(@NotBlank @Size(max = 300) String document, @NotBlank @Size(max = 200) String section,
        @NotBlank @Size(max = 1000) String quote) {

    static CitationGiven of(Citation citation) {
        return new CitationGiven(citation.document(), citation.section(), citation.quote());
    }

    Citation citation(Draft draft) {
        return new Citation(draft.find(Plan.class, document.strip()).map(Plan::document).orElse(document.strip()),
                section.strip(), quote.strip());
    }
}
