package io.duibiao.core;

import java.util.List;
import java.util.Optional;

/**
 * 进度要求: the shares of the way from baseline to target that a document asks for on the way, where they do not grow evenly.
 * Worked example: 10, 35 and 65 % after 12, 24 and 36 months (《大气污染防治行动计划实施情况考核办法（试行）实施细则》).
 *
 * @param points in order of time; 0 % at the baseline and 100 % when the target is due go without saying
 * @param note what is not certain about it
 */
public record PublishedPath(String code, Text title, List<Point> points, Optional<String> note, Citation citation) {

    /**
     * @param months after the end of the baseline
     * @param percent of the way
     */
    public record Point(int months, Quantity percent) {
    }
}
