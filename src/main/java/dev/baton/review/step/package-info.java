/**
 * The steps of {@code handoff-review.bpmn} and {@code decision-follow-up.bpmn}: read variables,
 * call one capability, write variables.
 */
package dev.baton.review.step;
