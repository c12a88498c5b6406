package dev.baton.handoff;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

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

  /** For fields that are missing or wrong. */
  public static AnswerRefused invalid(List<FieldError> errors) {
    String message =
        errors.stream()
            .map(e -> e.field() + ": " + e.message())
            .reduce((a, b) -> a + "; " + b)
            .get();
    return new AnswerRefused(message, new Invalid(errors));
  }

  /** For a question that is not open. */
  public static AnswerRefused conflict(String message, State state, String by, Instant at) {
    return new AnswerRefused(message, new Conflict(state, by, at));
  }

  /** For somebody who may not answer. */
  public static AnswerRefused forbidden(String message) {
    return new AnswerRefused(message, new Forbidden());
  }

  /** The refusal that the engine wrapped, if that is what went wrong. */
  public static Optional<AnswerRefused> in(Throwable failure) {
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

  /** The contract's form of a refusal. */
  public ProblemDetail problem() {
    if (why instanceof Invalid invalid) {
      return problem(HttpStatus.UNPROCESSABLE_ENTITY, Map.of("errors", invalid.errors()));
    }
    if (why instanceof Conflict conflict) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("state", conflict.state());
      details.put("by", conflict.by());
      details.put("at", conflict.at());
      return problem(HttpStatus.CONFLICT, details);
    }
    return problem(HttpStatus.FORBIDDEN, Map.of());
  }

  private ProblemDetail problem(HttpStatus status, Map<String, Object> details) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, getMessage());
    problem.setProperties(details);
    return problem;
  }
}
