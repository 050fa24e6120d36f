/** What was planned? Plans, indicators, regions, groups, targets and resolutions, and the seed tables that bring the first. */
@NullMarked
package io.duibiao.plan;

import org.jspecify.annotations.NullMarked;
