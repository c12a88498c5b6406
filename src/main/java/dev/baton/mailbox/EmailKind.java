package dev.baton.mailbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Kind of a mail between a rep and a lead. */
public enum EmailKind {
  /** By a rep on a page of ours. */
  WRITTEN,
  /** By a rep in a mail program of their own, with a copy to the mailbox. */
  LOGGED,
  /** By the lead. */
  REPLY,
  /** By a mail server: a mail of the rep didn't arrive. */
  BOUNCE,
  /** By a program, such as a note of absence; it counts as nothing. */
  AUTOMATIC;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it goes from us to the lead. */
  public boolean isOurs() {
    return this == WRITTEN || this == LOGGED;
  }
}
