package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.TextPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Fields of one signal or of an object in it, and what is worth knowing of them beside errors. */
class SignalFields {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final JsonNode object;
  private final FieldReader fields;
  private final FieldReader optional;
  private final String path;
  private final List<FieldError> warnings;
  private final Instant now;

  private SignalFields(
      JsonNode object, FieldReader fields, String path, List<FieldError> warnings, Instant now) {
    this.object = object;
    this.fields = fields;
    this.optional = fields.optional(warnings);
    this.path = path;
    this.warnings = warnings;
    this.now = now;
  }

  SignalFields(JsonNode signal, Instant now) {
    this(signal, FieldReader.ofSignal(signal), "", new ArrayList<>(), now);
  }

  /** The fields of an object inside. */
  SignalFields inside(String name) {
    JsonNode inner = object.path(name);
    String prefix = name + ".";
    return new SignalFields(inner, fields.inside(prefix, inner), path + prefix, warnings, now);
  }

  List<FieldError> errors() {
    return fields.errors();
  }

  List<FieldError> warnings() {
    return warnings;
  }

  void error(String field, String message) {
    fields.wrong(field, message);
  }

  void warning(String field, String message) {
    warnings.add(new FieldError(path + field, message));
  }

  void warnOfUnknown(Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                warning(name, "Unknown field, ignored");
              }
            });
  }

  boolean isWrong(String field) {
    return fields.isWrong(field);
  }

  /** Who or what it is: a text of one line, each character of which counts. */
  @Nullable String identity(String field, int longest) {
    String text = fields.text(field, longest);
    if (text != null && !TextPolicy.oneLine(text).equals(text)) {
      error(field, "On one line, without tabs");
    }
    return text;
  }

  /** An optional text of one line. */
  @Nullable String text(String field, int longest) {
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

  /** An optional list of names as one text. */
  @Nullable String names(String field, int longest) {
    JsonNode list = object.path(field);
    List<String> names =
        StreamSupport.stream(list.spliterator(), false)
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .toList();
    if (names.size() < list.size()) {
      warning(field, "A list of names; what is no name was left out");
    }
    return optional.inside("", Map.of(field, String.join(", ", names))).text(field, longest);
  }

  /** Of something optional that isn't what it should be. */
  void leftOut(String field, String what) {
    warning(field, what + "; left out");
  }

  /** An instant with offset, in milliseconds, from 1970 to a little ahead of now. */
  @Nullable Instant instant(String field) {
    String text = object.path(field).asText(null);
    if (text == null) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (instant.isAfter(now.plus(AHEAD))) {
        error(field, "%s is in the future; it is now %s".formatted(text, now));
      } else if (instant.isBefore(Instant.EPOCH)) {
        error(field, "%s is before 1970".formatted(text));
      }
      return instant;
    } catch (DateTimeParseException e) {
      error(
          field,
          "'%s' is not an instant with offset, such as 2026-11-22T09:30:00+01:00".formatted(text));
      return null;
    }
  }

  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
