/**
 * What was planned? Plans, indicators, regions, groups, targets, resolutions and judgements, and the seed tables that bring the
 * first.
 */
@NullMarked
package io.duibiao.plan;

import org.jspecify.annotations.NullMarked;
