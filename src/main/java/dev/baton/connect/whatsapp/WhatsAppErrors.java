package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.SafeText;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the codes of Meta's errors mean for a message, in whichever status they come. */
final class WhatsAppErrors {
  /** The lead has told WhatsApp that it wants no more of it. */
  static final int STOPPED = 131050;

  private static final Set<Integer> TOKEN = Set.of(0, 3, 10, 190, 368, 131005, 131031, 131042);
  private static final Set<Integer> LIMIT = Set.of(4, 80007, 130429, 131048, 131056, 133016);
  private static final Set<Integer> LATER = Set.of(1, 2, 131000, 131016, 131057);
  private static final int WINDOW = 131047;
  private static final Set<Integer> NOBODY = Set.of(131026, 131030, 131021, 1013);
  private static final Duration REST = Duration.ofMinutes(1);

  private WhatsAppErrors() {}

  /** Empty where nothing is wrong. */
  static Optional<DeliveryOutcome> of(JsonNode said) {
    JsonNode error = said.path("error");
    return error.isMissingNode() || error.isNull() ? Optional.empty() : Optional.of(outcome(error));
  }

  private static DeliveryOutcome outcome(JsonNode error) {
    int code = error.path("code").asInt(-1);
    String why = text(error);
    if (LIMIT.contains(code)) {
      return new DeliveryOutcome.Hold(why, REST);
    }
    if (TOKEN.contains(code) || (code >= 200 && code < 300)) {
      return new DeliveryOutcome.Unauthorized(why);
    }
    if (LATER.contains(code) || code < 0) {
      return new DeliveryOutcome.Retry(why);
    }
    return isOurs(code) ? new DeliveryOutcome.Failed(why) : new DeliveryOutcome.Skipped(why);
  }

  /** Nobody can mend what is only so for this lead. */
  private static boolean isOurs(int code) {
    return code != WINDOW && code != STOPPED && code != 131049 && !NOBODY.contains(code);
  }

  /** The code with words of ours, or of Meta's where we have none; neither names anybody. */
  static String text(JsonNode error) {
    int code = error.path("code").asInt(-1);
    if (NOBODY.contains(code)) {
      return "nobody on WhatsApp can be reached at this number (%d)".formatted(code);
    }
    return switch (code) {
      case -1 -> "it answered with an error that has no code";
      case WINDOW -> "the lead wrote nothing in the last 24 hours (131047)";
      case STOPPED -> "the lead wants no such messages (131050)";
      case 190 -> "its token isn't good any more (190)";
      default ->
          "it answered %d %s"
              .formatted(
                  code,
                  SafeText.line(error.path("title").asText(error.path("message").asText("")), 100))
              .strip();
    };
  }
}
