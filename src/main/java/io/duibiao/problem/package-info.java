/** What went wrong? Problem details (RFC 9457) and the one way to fail. */
@NullMarked
package io.duibiao.problem;

import org.jspecify.annotations.NullMarked;
