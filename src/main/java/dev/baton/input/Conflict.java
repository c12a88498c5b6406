package dev.baton.input;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Problem of a change that the state doesn't allow any more, or not yet (409). */
public final class Conflict extends ApiProblem {
  private final String state;
  private final String by;
  private final transient Instant at;

  /**
   * With the state as it is now.
   *
   * @param by who brought it about, or null
   * @param at since when, or null
   */
  public Conflict(String message, String state, String by, Instant at) {
    super(HttpStatus.CONFLICT, message, details(state, by, at));
    this.state = state;
    this.by = by;
    this.at = at;
  }

  public Conflict(String message, Enum<?> state, String by, Instant at) {
    this(message, state.name(), by, at);
  }

  /** Where nothing more is known. */
  public Conflict(String message) {
    this(message, (String) null, null, null);
  }

  private static Map<String, Object> details(String state, String by, Instant at) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", state);
    details.put("by", by);
    details.put("at", at);
    return details;
  }

  public String state() {
    return state;
  }

  public String by() {
    return by;
  }

  public Instant at() {
    return at;
  }
}
