package dev.baton.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Language of problems: English, unless a page of ours asks for its own in {@code Accept-Language}.
 */
final class ProblemLanguage {
  private static final String ERRORS = "errors";

  private ProblemLanguage() {}

  /** The problem with its sentences in the first language that is asked for. */
  static ProblemDetail of(ProblemDetail problem, @Nullable String accepted) {
    Locale locale = first(accepted);
    String detail = problem.getDetail();
    if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) || detail == null) {
      return problem;
    }
    problem.setDetail(Sentences.in(locale, detail));
    if (problem.getProperties() != null
        && problem.getProperties().get(ERRORS) instanceof List<?> errors) {
      List<FieldError> known = errors.stream().map(FieldError.class::cast).toList();
      List<FieldError> translated = known.stream().map(error -> error.in(locale)).toList();
      Map<String, Object> details = new LinkedHashMap<>(problem.getProperties());
      details.put(ERRORS, translated);
      problem.setProperties(details);
      if (detail.equals(InvalidInput.sentence(known))) {
        problem.setDetail(InvalidInput.sentence(translated));
      }
    }
    return problem;
  }

  /** What can't be read asks for nothing. */
  private static Locale first(@Nullable String accepted) {
    try {
      return accepted == null || accepted.isBlank()
          ? Locale.ENGLISH
          : Locale.LanguageRange.parse(accepted).stream()
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .findFirst()
              .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
