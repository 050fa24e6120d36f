/** How does it look? Verdicts drawn as pictures fit for a briefing. */
@NullMarked
package io.duibiao.chart;

import org.jspecify.annotations.NullMarked;
