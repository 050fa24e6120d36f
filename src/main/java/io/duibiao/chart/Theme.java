package io.duibiao.chart;

import java.awt.Color;

import io.duibiao.core.Outcome;
import io.duibiao.core.Schedule;

/**
 * The colours of a picture. Outcomes stay apart for colour-blind readers (blue, vermilion and ochre rather than green and red)
 * and in grey, where their lightness differs; shape and words repeat what colour says.
 */
enum Theme {
    LIGHT(0xFFFFFF, 0x1B2733, 0x5B6875, 0xE3E8ED, 0xEEF1F4, 0xD5E3EE, 0x0F1923, 0x1F6FA8, 0xC4501B, 0xE0A83A, 0x8A5A00,
            0x9AA5B0),
    DARK(0x14202B, 0xEDF2F6, 0xA3B1BD, 0x2C3B48, 0x223140, 0x2E4A60, 0xFFFFFF, 0x5AB0E8, 0xF08A5A, 0xE8BC5C, 0xF0C870,
            0x8393A1),
    PRINT(0xFFFFFF, 0x000000, 0x4A4A4A, 0xD0D0D0, 0xF2F2F2, 0xDEDEDE, 0x000000, 0x4D4D4D, 0x1A1A1A, 0x9A9A9A, 0x3A3A3A,
            0xB4B4B4);

    final Color paper;
    final Color ink;
    final Color faint;
    final Color rule;
    final Color track;
    final Color zone;
    final Color mark;
    private final Color met;
    private final Color notMet;
    private final Color notYetMet;
    private final Color notYetMetWords;
    final Color open;

    Theme(int paper, int ink, int faint, int rule, int track, int zone, int mark, int met, int notMet, int notYetMet,
            int notYetMetWords, int open) {
        // A colour, too, wakes AWT up.
        ChineseFont.ready();
        this.paper = new Color(paper);
        this.ink = new Color(ink);
        this.faint = new Color(faint);
        this.rule = new Color(rule);
        this.track = new Color(track);
        this.zone = new Color(zone);
        this.mark = new Color(mark);
        this.met = new Color(met);
        this.notMet = new Color(notMet);
        this.notYetMet = new Color(notYetMet);
        this.notYetMetWords = new Color(notYetMetWords);
        this.open = new Color(open);
    }

    /** Of bars and shapes. */
    Color of(Outcome outcome) {
        return switch (outcome) {
            case MET -> met;
            case NOT_MET -> notMet;
            case NOT_YET_MET -> notYetMet;
            case NOT_ASSESSABLE -> open;
        };
    }

    /** Of fields that words are written on. */
    Color tint(Outcome outcome) {
        double share = switch (outcome) {
            case MET -> 0.2;
            case NOT_MET -> 0.28;
            case NOT_YET_MET -> 0.2;
            case NOT_ASSESSABLE -> 0.16;
        };
        Color full = of(outcome);
        return new Color(mixed(paper.getRed(), full.getRed(), share), mixed(paper.getGreen(), full.getGreen(), share),
                mixed(paper.getBlue(), full.getBlue(), share));
    }

    private static int mixed(int paper, int full, double share) {
        return (int) Math.round(paper + (full - paper) * share);
    }

    /** Of shapes and words that tell a pace. */
    Color of(Schedule schedule) {
        return switch (schedule) {
            case AHEAD, ON_SCHEDULE, HELD -> met;
            case BEHIND -> notYetMetWords;
            case REVERSED, LOST -> notMet;
            case NOT_APPLICABLE -> faint;
        };
    }

    /** Of words, which need more contrast than a shape does. */
    Color wordsOf(Outcome outcome) {
        return switch (outcome) {
            case MET -> met;
            case NOT_MET -> notMet;
            case NOT_YET_MET -> notYetMetWords;
            case NOT_ASSESSABLE -> faint;
        };
    }
}
