package dev.baton.input;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who wrote the values of an input: a form's are all text; a machine's errors are whole sentences,
 * and what is optional costs no more than itself.
 */
enum FieldSource {
  FORM,
  JSON,
  SIGNAL,
  OPTIONAL;

  /** A number that is written out says what its sender wrote. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  boolean isSignal() {
    return this == SIGNAL || this == OPTIONAL;
  }

  boolean isText(Object value) {
    return value instanceof String
        || (this != JSON
            && (value instanceof Boolean
                || (value instanceof Number && NUMBER.matcher(value.toString()).matches())));
  }

  /** Why a text can't be taken, as a phrase. */
  Optional<String> objection(String text, int longest) {
    return this == OPTIONAL
        ? TextPolicy.hindrance(text, longest)
        : TextPolicy.objection(text, longest);
  }

  /** A phrase as this sender hears it. */
  String sentence(String phrase) {
    String sentence =
        isSignal() ? Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) : phrase;
    return this == OPTIONAL ? sentence + "; left out" : sentence;
  }
}
