package dev.baton.engine.deploy;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a model that somebody wants to deploy.
 *
 * @param element the id of what a designer can click on, or null where it is the whole file
 */
public record ModelFinding(String file, @Nullable String element, String text) {}
