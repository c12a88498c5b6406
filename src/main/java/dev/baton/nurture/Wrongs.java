package dev.baton.nurture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the doors of this room say when they don't do what was asked: problems of RFC 9457. */
final class Wrongs {
  private Wrongs() {}

  static ErrorResponseException unknown(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  static ErrorResponseException of(String field, String message) {
    return of(Map.of(field, new Questions.Wrong(message, null)));
  }

  static ErrorResponseException of(Map<String, Questions.Wrong> wrong) {
    ErrorResponseException refusal =
        of(HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was saved: something is missing or wrong.");
    refusal.getBody().setProperty("errors", wrong.entrySet().stream().map(Wrongs::error).toList());
    return refusal;
  }

  private static Map<String, Object> error(Map.Entry<String, Questions.Wrong> wrong) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("field", wrong.getKey());
    error.put("message", wrong.getValue().message());
    List<String> allowed = wrong.getValue().allowed();
    if (allowed != null) {
      error.put("allowed", allowed);
    }
    return error;
  }
}
