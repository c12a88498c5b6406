package dev.baton.people;

import org.jspecify.annotations.Nullable;

/**
 * Team of reps who share the leads that come to them; an engine group of the same id.
 *
 * @param calendar the business calendar whose holidays its people have
 * @param pool its people claim the leads that come to it; otherwise they take turns
 * @param slackChannel where the team reads what concerns all of it
 */
public record Team(
    String id,
    String name,
    @Nullable String calendar,
    boolean pool,
    @Nullable String slackChannel) {
  /** The team of every active rep, for leads that no other team takes (rule R9). */
  public static final String EVERYBODY = "default";

  /** A team whose people take turns. */
  public Team(String id, String name, @Nullable String calendar) {
    this(id, name, calendar, false);
  }

  /** A team without a channel of its own. */
  public Team(String id, String name, @Nullable String calendar, boolean pool) {
    this(id, name, calendar, pool, null);
  }
}
