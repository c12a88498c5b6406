package dev.baton.nurture.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Nurture track: a row of mails on one subject, from first questions to the choice. */
public enum NurtureTrack {
  EDUCATION("Education"),
  CASE_STUDIES("Case studies"),
  COMPARISONS("Comparisons");

  private final String label;

  NurtureTrack(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The word of the tables and the HTTP answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NurtureTrack of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(NurtureTrack::word).toList();
  }
}
