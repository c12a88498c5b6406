package dev.baton.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the fields of an input, which collects what is wrong with them. A value that is absent
 * or wrong is read as null; {@link #check()} ends with the problem that names all errors.
 */
public final class FieldReader {
  private static final int LONGEST = 4000;

  private final Map<String, ?> values;
  private final FieldSource source;
  private final String path;
  private final List<FieldError> errors;

  private FieldReader(
      Map<String, ?> values, FieldSource source, String path, List<FieldError> errors) {
    this.values = values;
    this.source = source;
    this.path = path;
    this.errors = errors;
  }

  /** Of a form, or of whatever may come from one: everything is good as the text that it has. */
  public FieldReader(Map<String, ?> values) {
    this(values, FieldSource.FORM, "", new ArrayList<>());
  }

  /** Of JSON, where a text is a string and a number isn't one. */
  public static FieldReader ofJson(Map<String, ?> values) {
    return new FieldReader(values, FieldSource.JSON, "", new ArrayList<>());
  }

  /** Of a signal, whose sender may write numbers as text or texts as numbers. */
  public static FieldReader ofSignal(JsonNode object) {
    return new FieldReader(FlatJson.of(object), FieldSource.SIGNAL, "", new ArrayList<>());
  }

  /**
   * Of an object inside, whose errors are among these.
   *
   * @param prefix what stands before its fields, such as {@code lead.}
   */
  public FieldReader inside(String prefix, Map<String, ?> object) {
    return new FieldReader(object, source, path + prefix, errors);
  }

  public FieldReader inside(String prefix, JsonNode object) {
    return inside(prefix, FlatJson.of(object));
  }

  /**
   * The same fields of a signal, where they are optional: what can't be kept in a text is taken
   * out, what isn't one is left out, and these warnings tell it.
   */
  public FieldReader optional(List<FieldError> warnings) {
    return new FieldReader(values, FieldSource.OPTIONAL, path, warnings);
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Ends with the problem that lists all errors, if there are any. */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  /** Ends with a problem of this sentence that names all errors, if there are any. */
  public void check(String detail) {
    if (!errors.isEmpty()) {
      throw new InvalidInput(detail, errors);
    }
  }

  public void wrong(String field, String message) {
    wrong(field, message, null);
  }

  public void wrong(String field, String message, @Nullable List<String> allowed) {
    errors.add(new FieldError(path + field, message, allowed));
  }

  public boolean isWrong(String field) {
    return errors.stream().anyMatch(error -> error.isAbout(path + field));
  }

  /** Says so unless something else is wrong with the field. */
  public void missing(String field, String message) {
    if (!isWrong(field)) {
      wrong(field, message);
    }
  }

  /** Whether it was sent, be it as null. */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  public @Nullable Object raw(String field) {
    return values.get(field);
  }

  public @Nullable String text(String field) {
    return text(field, LONGEST);
  }

  /** By the {@link TextPolicy}; an empty one is as good as none. */
  public @Nullable String text(String field, int longest) {
    Object value = values.get(field);
    if (value == null) {
      return null;
    }
    if (!source.isText(value)) {
      wrong(
          field,
          source.sentence(source.isSignal() ? "a text, not an object or a list" : "not a text"));
      return null;
    }
    String text = TextPolicy.clean(value.toString());
    if (source == FieldSource.OPTIONAL) {
      text = readable(field, text);
    }
    Optional<String> objection = source.objection(text, longest);
    objection.ifPresent(why -> wrong(field, source.sentence(why)));
    return text.isEmpty() || objection.isPresent() ? null : text;
  }

  private String readable(String field, String text) {
    String readable = TextPolicy.readable(text);
    if (!readable.equals(text)) {
      wrong(field, "Control characters were taken out");
    }
    return TextPolicy.clean(readable);
  }

  public @Nullable String requiredText(String field, String sentence, int longest) {
    String text = text(field, longest);
    if (text == null) {
      missing(field, sentence);
    }
    return text;
  }

  public @Nullable String oneOf(String field, List<String> allowed) {
    String word = optionalOneOf(field, allowed);
    if (word == null && !isWrong(field)) {
      wrong(field, "say one of " + String.join(", ", allowed), allowed);
    }
    return word;
  }

  public @Nullable String optionalOneOf(String field, List<String> allowed) {
    Object value = values.get(field);
    if (value != null && !source.isText(value)) {
      wrong(field, "say one of " + String.join(", ", allowed), allowed);
      return null;
    }
    String word = text(field);
    if (word != null && !allowed.contains(word)) {
      wrong(field, "'%s' is not one of %s".formatted(word, String.join(", ", allowed)), allowed);
    }
    return word;
  }

  /** True, false, or null when absent. */
  public @Nullable Boolean bool(String field) {
    Object value = values.get(field);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    wrong(field, "true or false");
    return null;
  }

  /** A whole number. */
  public @Nullable Integer number(String field, int least, int most) {
    Object value = values.get(field);
    String text = value == null ? "" : TextPolicy.clean(value.toString());
    boolean typed = source == FieldSource.JSON;
    if (value == null || (text.isEmpty() && !typed)) {
      return null;
    }
    boolean whole = text.matches("-?\\d{1,9}") && (!typed || value instanceof Integer);
    if (whole && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
      return Integer.valueOf(text);
    }
    wrong(field, "a whole number from %d to %d".formatted(least, most));
    return null;
  }

  /** An amount of money with at most two decimals, 0 or more. */
  public @Nullable BigDecimal amount(String field) {
    return parsed(field, Formats::amount);
  }

  /** Of a currency an ISO 4217 code, which must not be absent. */
  public @Nullable String currency(String field) {
    String text = text(field);
    return isWrong(field) ? null : parsed(field, text == null ? "" : text, Formats::currency);
  }

  /** With offset; a form's is a {@link Date}. */
  public @Nullable Instant instant(String field) {
    return values.get(field) instanceof Date date
        ? date.toInstant()
        : parsed(field, InstantText::parse);
  }

  public @Nullable LocalDate date(String field) {
    return values.get(field) instanceof Date date
        ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
        : parsed(field, Formats::day);
  }

  public static boolean isDay(String text) {
    try {
      Formats.day(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What a parser makes of a text; one that it refuses is told with the parser's message. */
  public <T> @Nullable T parsed(String field, Function<String, T> parser) {
    Object value = values.get(field);
    String text = value == null || value instanceof String ? text(field) : value.toString();
    return text == null ? null : parsed(field, text, parser);
  }

  private <T> @Nullable T parsed(String field, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      wrong(field, Objects.requireNonNullElse(e.getMessage(), "can't be read"));
      return null;
    }
  }

  /** A list of words without commas. */
  public @Nullable List<String> words(String field, int longest) {
    Object value = values.get(field);
    Collection<?> given = value instanceof Collection<?> some ? some : List.of();
    boolean isList = value == null || value instanceof Collection<?>;
    boolean good = isList && given.stream().allMatch(word -> isWord(word, longest));
    if (!good) {
      wrong(field, "a list of words without commas, each at most %d long".formatted(longest));
      return null;
    }
    return given.stream().map(String.class::cast).toList();
  }

  private static boolean isWord(Object value, int longest) {
    return value instanceof String word
        && word.indexOf(',') < 0
        && TextPolicy.objection(word, longest).isEmpty();
  }
}
