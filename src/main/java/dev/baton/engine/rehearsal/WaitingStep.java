package dev.baton.engine.rehearsal;

import java.time.Instant;
import java.util.Map;

/**
 * Where an instance of a process waits for a timer.
 *
 * @param element at which it waits, by its id in the diagram
 * @param instants the instants among its variables, by name
 */
public record WaitingStep(
    String businessKey, String element, Instant due, Map<String, Instant> instants) {}
