package dev.baton.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one look found.
 *
 * @param what was looked at
 * @param advice what to do; null: nothing
 */
record Finding(Level level, String what, String says, @Nullable String advice) {

  /** Whether Baton would run with it. */
  enum Level {
    OK("ok  "),
    NOTE("note"),
    WRONG("FAIL");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String what, String says) {
    return new Finding(Level.OK, what, says, null);
  }

  static Finding note(String what, String says, String advice) {
    return new Finding(Level.NOTE, what, says, advice);
  }

  static Finding wrong(String what, String says, String advice) {
    return new Finding(Level.WRONG, what, says, advice);
  }

  String line() {
    String line = "%s  %-12s %s".formatted(level.word, what, says);
    return advice == null ? line : line + System.lineSeparator() + " ".repeat(19) + advice;
  }
}
