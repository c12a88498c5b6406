package dev.baton.input;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * Problem that a call ends with (RFC 9457): a status and a sentence that reaches the person. An
 * exception and not a value, because only an exception makes the engine take back the completion of
 * a task, whichever way it came.
 */
public class ApiProblem extends RuntimeException implements ErrorResponse {
  private final HttpStatus status;
  private final transient Map<String, Object> details;

  public ApiProblem(HttpStatus status, String detail) {
    this(status, detail, Map.of());
  }

  ApiProblem(HttpStatus status, String detail, Map<String, Object> details) {
    super(detail);
    this.status = status;
    this.details = details;
  }

  public static ApiProblem forbidden(String detail) {
    return new ApiProblem(HttpStatus.FORBIDDEN, detail);
  }

  public static ApiProblem notFound(String detail) {
    return new ApiProblem(HttpStatus.NOT_FOUND, detail);
  }

  /** The problem that the engine wrapped, if that is what went wrong. */
  public static Optional<ApiProblem> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiProblem problem) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  @Override
  public HttpStatus getStatusCode() {
    return status;
  }

  @Override
  public ProblemDetail getBody() {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, getMessage());
    problem.setProperties(details);
    return problem;
  }
}
