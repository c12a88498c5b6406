package dev.baton.connect.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Systems whose payloads and signatures are known. */
public enum SourceKind {
  GENERIC,
  SEGMENT,
  HUBSPOT,
  SALESFORCE,
  MARKETO,
  TYPEFORM,
  CALENDLY,
  LINKEDIN,
  G2,
  WEBSITE;

  static final List<String> WORDS = Arrays.stream(values()).map(SourceKind::word).toList();

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SourceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
