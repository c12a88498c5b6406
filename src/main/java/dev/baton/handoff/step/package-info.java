/** The steps of {@code lead-handoff.bpmn}: read variables, call one capability, write variables. */
@NullMarked
package dev.baton.handoff.step;

import org.jspecify.annotations.NullMarked;
