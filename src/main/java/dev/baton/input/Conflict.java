package dev.baton.input;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Problem of a change that the state doesn't allow any more, or not yet (409). */
public final class Conflict extends ApiProblem {
  private final @Nullable String state;
  private final @Nullable String by;
  private final transient @Nullable Instant at;

  /**
   * With the state as it is now.
   *
   * @param by who brought it about, or null
   * @param at since when, or null
   */
  public Conflict(
      String message, @Nullable String state, @Nullable String by, @Nullable Instant at) {
    super(HttpStatus.CONFLICT, message, details(state, by, at));
    this.state = state;
    this.by = by;
    this.at = at;
  }

  public Conflict(String message, Enum<?> state, @Nullable String by, @Nullable Instant at) {
    this(message, state.name(), by, at);
  }

  /** Where nothing more is known. */
  public Conflict(String message) {
    this(message, (String) null, null, null);
  }

  private static Map<String, Object> details(
      @Nullable String state, @Nullable String by, @Nullable Instant at) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", state);
    details.put("by", by);
    details.put("at", at);
    return details;
  }

  public @Nullable String state() {
    return state;
  }

  public @Nullable String by() {
    return by;
  }

  public @Nullable Instant at() {
    return at;
  }
}
