package io.duibiao.chart;

import io.duibiao.core.Language;

/** How a picture is to look, whatever it shows. */
record Look(Language language, Theme theme, Canvas canvas) {
}
