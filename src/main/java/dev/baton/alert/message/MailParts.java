package dev.baton.alert.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a mail of a message holds besides its text.
 *
 * @param encloses figures that it shows in itself, by the name that {@link MailFigures} knows
 * @param calendar what goes into its reader's calendar
 */
public record MailParts(
    @Nullable String encloses,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MailCalendar calendar) {
  static final MailParts NONE = new MailParts(null, null);

  MailParts enclosing(String reference) {
    return new MailParts(reference, calendar);
  }

  MailParts carrying(MailCalendar entry) {
    return new MailParts(encloses, entry);
  }
}
