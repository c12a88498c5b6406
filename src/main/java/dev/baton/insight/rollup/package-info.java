/**
 * How is a figure counted? A measure defined once, the change log, the roll-up by day and month,
 * and the rows behind a figure.
 */
@NamedInterface("rollup")
@NullMarked
package dev.baton.insight.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
