/**
 * The steps of {@code handoff-review.bpmn} and {@code decision-follow-up.bpmn}: read variables,
 * call one capability, write variables.
 */
@NullMarked
package dev.baton.review.step;

import org.jspecify.annotations.NullMarked;
