package dev.baton.access.token;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a token opens; a token has one or more of them. */
public enum TokenScope {
  /** Sends signals, of persons and companies, and asks the questions of a profile. */
  SIGNALS,
  /** Scrapes {@code /actuator/prometheus}. */
  METRICS,
  /** Reads {@code /api/status}. */
  STATUS,
  /** Reads over {@code /mcp} what one person of the staff may read. */
  MCP;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** No group can be called like that. */
  public String authority() {
    return "scope:" + word();
  }

  static Optional<TokenScope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TokenScope::word).toList();
  }
}
