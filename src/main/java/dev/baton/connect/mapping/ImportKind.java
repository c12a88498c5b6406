package dev.baton.connect.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the rows of a file are. */
public enum ImportKind {
  LEADS,
  SIGNALS,
  OUTCOMES;

  public static final List<String> WORDS = Arrays.stream(values()).map(ImportKind::word).toList();

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ImportKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
