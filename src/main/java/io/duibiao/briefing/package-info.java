/** What does one take into the meeting? */
@NullMarked
package io.duibiao.briefing;

import org.jspecify.annotations.NullMarked;
