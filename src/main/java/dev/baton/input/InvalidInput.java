package dev.baton.input;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Problem of an input with missing or wrong fields (422), which it names. */
public final class InvalidInput extends ApiProblem {
  private final transient List<FieldError> errors;

  /** Its sentence lists the errors. */
  public InvalidInput(List<FieldError> errors) {
    this(sentence(errors), errors);
  }

  static String sentence(List<FieldError> errors) {
    return errors.stream()
        .map(error -> error.field() + ": " + error.message())
        .collect(Collectors.joining("; "));
  }

  public InvalidInput(String detail, List<FieldError> errors) {
    super(
        HttpStatus.UNPROCESSABLE_ENTITY,
        detail,
        errors.isEmpty() ? Map.of() : Map.of("errors", List.copyOf(errors)));
    this.errors = List.copyOf(errors);
  }

  /** For one field. */
  public static InvalidInput at(String field, String message) {
    return new InvalidInput(List.of(new FieldError(field, message)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
