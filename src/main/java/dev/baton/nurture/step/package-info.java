/** The steps of {@code lead-nurture.bpmn}: read variables, call one capability, write variables. */
package dev.baton.nurture.step;
