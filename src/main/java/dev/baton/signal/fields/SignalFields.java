package dev.baton.signal.fields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.TextPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one signal or of an object in it, and what is worth knowing of them beside errors. What
 * a signal can do without is left out with a warning where it won't do; only what it can't is an
 * error (rule R20).
 */
public class SignalFields {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final JsonNode object;
  private final FieldReader needed;
  private final FieldReader optional;
  private final String path;
  private final List<FieldError> warnings;
  private final Instant now;

  private SignalFields(
      JsonNode object, FieldReader needed, String path, List<FieldError> warnings, Instant now) {
    this.object = object;
    this.needed = needed;
    this.optional = needed.optional(warnings);
    this.path = path;
    this.warnings = warnings;
    this.now = now;
  }

  public SignalFields(JsonNode signal, Instant now) {
    this(signal, FieldReader.ofSignal(signal), "", new ArrayList<>(), now);
  }

  /** The fields of an object inside. */
  public SignalFields inside(String name) {
    JsonNode inner = object.path(name);
    String prefix = name + ".";
    return new SignalFields(inner, needed.inside(prefix, inner), path + prefix, warnings, now);
  }

  public List<FieldError> errors() {
    return needed.errors();
  }

  public List<FieldError> warnings() {
    return warnings;
  }

  public void error(String field, String message) {
    needed.wrong(field, message);
  }

  public void warning(String field, String message) {
    warnings.add(new FieldError(path + field, message));
  }

  /** Warns that a field is none the wiser. */
  public void leftOut(String field, String why) {
    warning(field, why + "; left out");
  }

  List<String> unknown(Set<String> known) {
    List<String> unknown = new ArrayList<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    return unknown;
  }

  JsonNode node(String field) {
    return object.path(field);
  }

  public boolean isWrong(String field) {
    return needed.isWrong(field);
  }

  /** A text of one line without which the signal is none: each of its characters counts. */
  public @Nullable String neededText(String field, int longest) {
    String text = needed.text(field, longest);
    if (text != null && !TextPolicy.oneLine(text).equals(text)) {
      error(field, "On one line, without tabs");
    }
    return text;
  }

  /** An optional text of one line. */
  public @Nullable String text(String field, int longest) {
    String text = prose(field, longest);
    if (text == null) {
      return null;
    }
    String line = TextPolicy.oneLine(text);
    if (!line.equals(text)) {
      warning(field, "Put on one line");
    }
    return line;
  }

  /** An optional text. */
  @Nullable String prose(String field, int longest) {
    return optional.text(field, longest);
  }

  /** A list of names as one text. */
  public @Nullable String list(String field, List<String> names, int longest) {
    return optional.inside("", Map.of(field, String.join(", ", names))).text(field, longest);
  }

  /** A text each character of which counts, or what is wrong with it. */
  @Nullable String attempt(String field, int longest, List<FieldError> issues) {
    FieldReader reader = FieldReader.ofSignal(object);
    String text = reader.text(field, longest);
    issues.addAll(reader.errors());
    return text;
  }

  /**
   * An instant from 1970 to a little ahead of now, in milliseconds; without it the signal is none.
   */
  public @Nullable Instant neededInstant(String field) {
    Instant instant = needed.instant(field);
    if (instant != null && isFuture(instant)) {
      error(field, future(field));
    }
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The same, as it was written; the signal can do without. */
  @Nullable String instant(String field) {
    FieldReader reader = FieldReader.ofSignal(object);
    Instant instant = reader.instant(field);
    if (reader.isWrong(field)) {
      leftOut(field, "Not an instant with offset, such as 2026-11-22T09:30:00+01:00");
      return null;
    }
    if (instant != null && isFuture(instant)) {
      leftOut(field, future(field));
      return null;
    }
    return instant == null ? null : object.path(field).asText();
  }

  private boolean isFuture(Instant instant) {
    return instant.isAfter(now.plus(AHEAD));
  }

  private String future(String field) {
    return "%s is in the future; it is now %s".formatted(object.path(field).asText(), now);
  }

  public static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
