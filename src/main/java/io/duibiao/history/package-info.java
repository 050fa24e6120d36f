/** When was it known? The one door through which everything is recorded, and the instants it gives. */
@NullMarked
package io.duibiao.history;

import org.jspecify.annotations.NullMarked;
