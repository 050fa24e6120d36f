/**
 * Reads what a plan promises, takes in what was measured, and says whether the promise is kept; each package answers one
 * question of it.
 */
@NullMarked
package io.duibiao;

import org.jspecify.annotations.NullMarked;
