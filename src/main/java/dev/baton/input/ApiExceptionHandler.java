package dev.baton.input;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Exception handler of all controllers: every problem is one of RFC 9457; what nobody foresaw is
 * logged and told without detail.
 */
@RestControllerAdvice
public class ApiExceptionHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

  @ExceptionHandler
  ProblemDetail problem(ApiProblem problem) {
    return problem.getBody();
  }

  @ExceptionHandler
  ProblemDetail unforeseen(RuntimeException e) {
    LOG.error("A request failed", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something broke on our side. Nothing of your request was kept; please send it again.");
  }
}
