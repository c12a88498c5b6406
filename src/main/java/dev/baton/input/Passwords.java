package dev.baton.input;

import java.util.Collection;
import java.util.Optional;

/** The one policy of passwords, wherever somebody sets one. */
public final class Passwords {
  public static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  /** So many different characters at least, none of them a space or one that nobody sees. */
  private static final int DIFFERENT = 5;

  private Passwords() {}

  /**
   * Why this won't do, as what a password should be; empty when it does.
   *
   * @param names what its user is known by, such as their id and address
   */
  public static Optional<String> objection(String password, Collection<String> names) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of("at least %d characters, at most %d".formatted(SHORTEST, LONGEST));
    }
    if (password.codePoints().filter(Passwords::isSeen).distinct().count() < DIFFERENT) {
      return Optional.of("at least %d different characters".formatted(DIFFERENT));
    }
    if (names.stream().anyMatch(password::equalsIgnoreCase)) {
      return Optional.of("something that nobody guesses from the name");
    }
    return Optional.empty();
  }

  private static boolean isSeen(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT;
  }
}
