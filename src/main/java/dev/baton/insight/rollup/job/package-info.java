/** When is what changed counted? By one node, in batches, into days and months. */
@NullMarked
package dev.baton.insight.rollup.job;

import org.jspecify.annotations.NullMarked;
