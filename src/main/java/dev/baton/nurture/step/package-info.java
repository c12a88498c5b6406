/** The steps of {@code lead-nurture.bpmn}: read variables, call one capability, write variables. */
@NullMarked
package dev.baton.nurture.step;

import org.jspecify.annotations.NullMarked;
