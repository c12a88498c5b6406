package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values of one signal and collects what is wrong with them, and worth knowing. */
class Reading {
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final Instant now;
  private final List<Issue> errors = new ArrayList<>();
  private final List<Issue> warnings = new ArrayList<>();

  Reading(Instant now) {
    this.now = now;
  }

  List<Issue> errors() {
    return errors;
  }

  List<Issue> warnings() {
    return warnings;
  }

  void error(String field, String message) {
    errors.add(new Issue(field, message));
  }

  void warning(String field, String message) {
    warnings.add(new Issue(field, message));
  }

  void warnOfUnknown(JsonNode object, String path, Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                warning(path + name, "Unknown field, ignored");
              }
            });
  }

  /** A text of one line: a break in a name would be one in a subject or a header too. */
  String text(JsonNode parent, String path, String field, int longest) {
    String text = prose(parent, path, field, longest);
    return text == null ? null : CONTROL.matcher(text).replaceAll(" ");
  }

  /** A trimmed text; an empty one is as good as none. */
  String prose(JsonNode parent, String path, String field, int longest) {
    JsonNode node = parent.get(field);
    if (isAbsent(node)) {
      return null;
    }
    if (node.isContainerNode()) {
      error(path + field, "A text, not an object or a list");
      return null;
    }
    return clean(node.asText(), path + field, longest);
  }

  String clean(String raw, String field, int longest) {
    String text = raw.trim();
    if (text.length() > longest) {
      error(field, "Longer than %d characters".formatted(longest));
    }
    if (text.indexOf('\0') >= 0) {
      error(field, "Contains a NUL character");
    }
    return text.isEmpty() ? null : text;
  }

  /** An instant with offset, in milliseconds, from 1970 to a little ahead of now. */
  Instant instant(JsonNode node, String field) {
    if (isAbsent(node)) {
      return null;
    }
    try {
      Instant instant =
          OffsetDateTime.parse(node.asText()).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (instant.isAfter(now.plus(AHEAD))) {
        error(field, "%s is in the future; it is now %s".formatted(node.asText(), now));
      } else if (instant.isBefore(EARLIEST)) {
        error(field, "%s is before 1970".formatted(node.asText()));
      }
      return instant;
    } catch (DateTimeParseException e) {
      error(
          field,
          "'%s' is not an instant with offset, such as 2026-11-22T09:30:00+01:00"
              .formatted(node.asText()));
      return null;
    }
  }

  static boolean isAbsent(JsonNode node) {
    return node == null || node.isMissingNode() || node.isNull();
  }
}
