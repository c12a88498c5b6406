package dev.baton.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the HTTP contract for the constants of an enum. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <W extends Enum<W>> Optional<W> find(Class<W> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(w -> of(w).equals(word)).findFirst();
  }

  static String all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}
