package dev.baton.rehearsal.forecast;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens when nobody answers.
 *
 * @param clock the question that it is about, or null
 * @param owner who owns the handoff then, or null
 * @param to who is told, or who gets the lead; null: nobody
 * @param text what is told, or why, without the lead's name
 */
public record ForecastEvent(
    Instant at,
    What what,
    String handoffId,
    String leadId,
    @Nullable String clock,
    @Nullable String owner,
    @Nullable String to,
    @Nullable String text) {

  /** What happens, in the order in which it is told of one instant. */
  public enum What {
    /** The owner is reminded: of what is due soon or overdue, or to try again. */
    REMINDER,
    /** It is due, and without an answer missed. */
    MISSED,
    /** A manager is told of the miss. */
    ESCALATION,
    /** Another rep gets it, or a queue. */
    REASSIGNED,
    /** Somebody gets what nobody had. */
    ASSIGNED,
    /**
     * Something that doesn't go on by itself: nobody is left, or somebody gets no leads any more.
     */
    FAILURE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ForecastEvent ownedBy(@Nullable String person) {
    return new ForecastEvent(at, what, handoffId, leadId, clock, person, to, text);
  }

  /** Whether somebody owns it then, or hears of it. */
  public boolean concerns(String person) {
    return person.equals(owner) || person.equals(to);
  }
}
