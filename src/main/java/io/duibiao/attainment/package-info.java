/** How far are we? Verdicts on the targets that apply to a region in a period. */
@NullMarked
package io.duibiao.attainment;

import org.jspecify.annotations.NullMarked;
