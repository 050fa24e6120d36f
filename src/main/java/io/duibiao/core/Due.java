package io.duibiao.core;

import java.time.LocalDate;

/**
 * 时限: when a target has to be kept.
 *
 * @param date the day by which it is due, or from which it applies; the plan's end where none is printed
 * @param assumed the document prints no date
 */
public record Due(Kind kind, LocalDate date, boolean assumed) {

    public enum Kind {
        /** 到2025年, 2020年底前: by the date. */
        BY,
        /** 2020年1月1日起: in every period from the date on. */
        FROM,
        /** 每年, 每季度: in every period until the plan ends. */
        EVERY_PERIOD
    }
}
