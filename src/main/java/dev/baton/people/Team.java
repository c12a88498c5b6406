package dev.baton.people;

/**
 * Reps who share the leads that come to them; an engine group of the same id.
 *
 * @param calendar the business calendar whose holidays its people have, or null
 */
public record Team(String id, String name, String calendar) {
  /** The team of every active rep, for leads that no other team takes (rule R9). */
  public static final String EVERYBODY = "default";
}
