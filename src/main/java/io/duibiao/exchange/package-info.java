/** How do other tools read it? The verdicts as one table; what was recorded, as a feed, as an export, and its restore. */
@NullMarked
package io.duibiao.exchange;

import org.jspecify.annotations.NullMarked;
