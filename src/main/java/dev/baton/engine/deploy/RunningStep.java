package dev.baton.engine.deploy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many processes of a version wait at an element, and what a changed file makes of them.
 *
 * @param activity the element's id
 * @param name its label
 * @param moves whether they can go on with the changed file, at the same step or the chosen one
 * @param why what hinders them, or null
 * @param choices of those that are hindered: steps of the changed file that may take its place
 */
public record RunningStep(
    String process,
    int version,
    String activity,
    String name,
    int count,
    boolean moves,
    @Nullable String why,
    List<Choice> choices) {

  /** A step that may be chosen. */
  public record Choice(String activity, String name) {}
}
