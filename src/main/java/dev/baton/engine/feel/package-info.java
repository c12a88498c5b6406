/**
 * How are the cells of a decision table evaluated? FEEL as it comes, read once, within a budget of
 * steps.
 */
@NullMarked
package dev.baton.engine.feel;

import org.jspecify.annotations.NullMarked;
