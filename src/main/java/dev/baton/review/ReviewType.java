package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which review it is; when it is held and what it asks are rows of tables. */
public enum ReviewType {
  WEEKLY_HANDOFF,
  MONTHLY_THRESHOLD,
  QUARTERLY_RESCORING;

  /** As tables and calls write it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ReviewType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
