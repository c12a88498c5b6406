package dev.baton.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * What a review doesn't take. An exception, because only that makes the engine take back the
 * completion of a task; its sentence reaches the person through every door.
 */
public final class Refused extends RuntimeException {
  private final transient HttpStatus status;
  private final transient Map<String, Object> details;

  private Refused(HttpStatus status, String message, Map<String, Object> details) {
    super(message);
    this.status = status;
    this.details = details;
  }

  /** What is wrong with a field. */
  public record FieldError(String field, String message) {}

  static Refused unknown(String message) {
    return new Refused(HttpStatus.NOT_FOUND, message, Map.of());
  }

  static Refused forbidden(String message) {
    return new Refused(HttpStatus.FORBIDDEN, message, Map.of());
  }

  static Refused invalid(List<FieldError> errors) {
    String message =
        errors.stream()
            .map(error -> error.field() + ": " + error.message())
            .reduce((a, b) -> a + "; " + b)
            .orElseThrow();
    return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, message, Map.of("errors", errors));
  }

  static Refused conflict(String message, String state, String by, Instant at) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", state);
    details.put("by", by);
    details.put("at", at);
    return new Refused(HttpStatus.CONFLICT, message, details);
  }

  /** The refusal that the engine wrapped, if that is what went wrong. */
  static Optional<Refused> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  ProblemDetail problem() {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, getMessage());
    problem.setProperties(details);
    return problem;
  }
}
