package dev.baton.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that can't be taken. An exception and not a value, because only an exception makes the
 * engine take back the completion of the task, whichever door it came through; its message reaches
 * the person.
 */
public final class AnswerRefused extends RuntimeException {

  /** Why. */
  public sealed interface Why {}

  /** Fields are missing or wrong. */
  public record Invalid(List<FieldError> errors) implements Why {}

  /**
   * The question is not open.
   *
   * @param by who answered last, or null
   */
  public record Conflict(State state, String by, Instant at) implements Why {}

  /** This person may not answer. */
  public record Forbidden() implements Why {}

  /**
   * What is wrong with a field.
   *
   * @param allowed the values that would be right, or null
   */
  public record FieldError(String field, String message, List<String> allowed) {}

  private final transient Why why;

  private AnswerRefused(String message, Why why) {
    super(message);
    this.why = why;
  }

  static AnswerRefused invalid(List<FieldError> errors) {
    String message =
        errors.stream()
            .map(e -> e.field() + ": " + e.message())
            .reduce((a, b) -> a + "; " + b)
            .get();
    return new AnswerRefused(message, new Invalid(errors));
  }

  static AnswerRefused conflict(String message, State state, String by, Instant at) {
    return new AnswerRefused(message, new Conflict(state, by, at));
  }

  static AnswerRefused forbidden(String message) {
    return new AnswerRefused(message, new Forbidden());
  }

  /** The refusal that the engine wrapped, if that is what went wrong. */
  static Optional<AnswerRefused> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AnswerRefused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  public Why why() {
    return why;
  }
}
