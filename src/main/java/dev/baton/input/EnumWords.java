package dev.baton.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the HTTP contract for the constants of an enum. */
public final class EnumWords {
  private EnumWords() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static <W extends Enum<W>> Optional<W> find(Class<W> type, @Nullable String word) {
    return Arrays.stream(type.getEnumConstants()).filter(w -> of(w).equals(word)).findFirst();
  }

  public static String all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(EnumWords::of)
        .collect(Collectors.joining(", "));
  }
}
