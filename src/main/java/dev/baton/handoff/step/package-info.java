/** The steps of {@code lead-handoff.bpmn}: read variables, call one capability, write variables. */
package dev.baton.handoff.step;
