package io.duibiao.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 规划/方案: one issued document.
 *
 * @param documentNumber 文号, empty where none is printed
 * @param level state, region, league or banner
 * @param issued empty where the document prints no date
 * @param baseYear the year whose end is the baseline
 * @param endYear the year by whose end targets without a printed date are due
 * @param notes the document's own notes (注1 … 注6)
 */
public record Plan(String code, Text title, String documentNumber, String issuer, String level, Optional<LocalDate> issued,
        int startYear, int endYear, int baseYear, List<String> notes) {

    /** Its last day, on which a target is due that prints no date. */
    public LocalDate end() {
        return LocalDate.of(endYear, 12, 31);
    }

    /** The title as citations print it: 《…》 exactly once, also where the title is kept with its marks. */
    public String document() {
        return title.zh().startsWith("《") ? title.zh() : "《" + title.zh() + "》";
    }
}
