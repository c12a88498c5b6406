package dev.baton.input;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Exception handler of all controllers: every problem is one of RFC 9457; what nobody foresaw is
 * logged and told without detail.
 */
@RestControllerAdvice
public class ApiExceptionHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(ApiProblem problem, WebRequest request) {
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .body(
            ProblemLanguage.of(problem.getBody(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  /** JSON that is no answer to this call: the field is told, or what the whole should be. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String field =
        e.getCause() instanceof JsonMappingException mapping ? fieldOf(mapping.getPath()) : "";
    ApiProblem problem =
        field.isEmpty()
            ? new ApiProblem(
                HttpStatus.BAD_REQUEST, "The body is not the JSON object that is asked")
            : InvalidInput.at(field, "of another kind than is asked");
    return handleExceptionInternal(e, problem.getBody(), headers, problem.getStatusCode(), request);
  }

  private static String fieldOf(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  /** The name of a parameter that is no text. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException e, WebRequest request) {
    return problem(
        new ApiProblem(
            HttpStatus.BAD_REQUEST,
            "The name of a field has a character that no text has, such as a line break or a zero"
                + " byte"),
        request);
  }

  /** Somebody else was faster; whoever asks again finds what they left. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(ConcurrencyFailureException e) {
    LOG.info("A request was overtaken: {}", e.getMessage());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Somebody was changing the same at this moment. Nothing of your request was kept;"
                    + " please send it again."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unforeseen(RuntimeException e, WebRequest request) {
    Optional<ApiProblem> outage = DatabaseOutage.of(e);
    if (outage.isPresent()) {
      LOG.warn("The database can't be reached: {}", e.getMessage());
      return problem(outage.get(), request);
    }
    LOG.error("A request failed", e);
    return ResponseEntity.internalServerError()
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something broke on our side. Nothing of your request was kept; please send it"
                    + " again."));
  }
}
