package dev.baton.engine.rehearsal;

import java.time.Instant;

/**
 * An element that a process came to.
 *
 * @param process the key of its process
 * @param element its id in the diagram
 * @param name its label, or its id where it has none
 * @param at when the process came to it
 */
public record PathStep(String process, String element, String name, Instant at) {}
