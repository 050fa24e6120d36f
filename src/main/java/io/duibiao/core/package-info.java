/** What do the words mean? Rules, periods, quantities and verdicts of plan assessment, in pure Java. */
@NullMarked
package io.duibiao.core;

import org.jspecify.annotations.NullMarked;
