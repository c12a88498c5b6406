package dev.baton.connect.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message on WhatsApp, as far as a person reads of it.
 *
 * @param template its name and language; null: the lead wrote it, or it confirms an opt-out
 * @param error why it didn't arrive, or null
 */
public record WhatsAppMessage(
    @Nullable String template,
    String state,
    @Nullable String error,
    Instant at,
    Instant changedAt) {

  /** As a line of the lead's story. */
  public String words() {
    if (state.equals(State.RECEIVED.word())) {
      return "Wrote back on WhatsApp";
    }
    String what = template == null ? "confirmation of the opt-out" : template;
    return "Written to on WhatsApp: %s, %s%s"
        .formatted(what, state, error == null ? "" : ": " + error);
  }

  /** How far a message is, as Meta says; none goes back. */
  enum State {
    /** Handed over, or about to be: nobody knows whether it was taken. */
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    /** The lead wrote it. */
    RECEIVED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The states that this one may follow. */
    List<String> after() {
      return switch (this) {
        case SENT -> words(SENDING);
        case DELIVERED -> words(SENDING, SENT);
        case READ -> words(SENDING, SENT, DELIVERED);
        case FAILED -> words(SENDING, SENT);
        case SENDING, RECEIVED -> List.of("none");
      };
    }

    private static List<String> words(State... states) {
      return List.of(states).stream().map(State::word).toList();
    }
  }
}
