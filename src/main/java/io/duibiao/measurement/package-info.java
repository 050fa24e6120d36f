/** What was measured? Values with their whole history, and the seed table that brings the first. */
@NullMarked
package io.duibiao.measurement;

import org.jspecify.annotations.NullMarked;
