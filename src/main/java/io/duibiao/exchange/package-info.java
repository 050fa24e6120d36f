/** How do other tools read it? What was recorded, as a feed, as an export, and its restore. */
@NullMarked
package io.duibiao.exchange;

import org.jspecify.annotations.NullMarked;
