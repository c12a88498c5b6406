package dev.baton.engine.deploy;

import org.jspecify.annotations.Nullable;

/**
 * How many processes of a version wait at an element, and what a changed file makes of them.
 *
 * @param activity the element's id
 * @param name its label
 * @param moves whether the changed file has it, so that they can go on with that
 * @param why what hinders them, or null
 */
public record RunningStep(
    String process,
    int version,
    String activity,
    String name,
    int count,
    boolean moves,
    @Nullable String why) {}
