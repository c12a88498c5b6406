package dev.baton.mailbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a mail. */
public enum EmailState {
  QUEUED,
  SENT,
  FAILED,
  /** It was sent, and came back. */
  BOUNCED,
  RECEIVED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
