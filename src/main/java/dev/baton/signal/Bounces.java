package dev.baton.signal;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a bounced mail says of an address, in the words of the mail providers. A hard bounce means
 * that nobody reads mail there; a full mailbox or a server that is busy is a soft one, and passes.
 */
public final class Bounces {
  private static final String BOUNCED = "email_bounced";
  private static final Set<String> SOFT =
      Set.of(
          "soft",
          "softbounce",
          "transient",
          "temporary",
          "temp",
          "deferred",
          "delayed",
          "undetermined",
          "blocked",
          "block",
          "mailboxfull",
          "quota",
          "autoreply",
          "outofoffice");
  private static final Pattern STATUS_OF_NOW =
      Pattern.compile("4(?:\\.\\d{1,3}){2}.*|4\\d\\d(?:\\s.*)?");

  /** RFC 3464 puts the protocol before what its server said. */
  private static final Pattern PROTOCOL = Pattern.compile("^[a-zA-Z-]+;\\s*");

  private static final Pattern PASSES =
      Pattern.compile(
          ".*(temporar|transient|soft|quota|mailboxfull|autorespon|greylist|throttl|timeout|dns"
              + "|challenge).*");

  private Bounces() {}

  private static boolean passes(String word) {
    return PASSES.matcher(word).matches() && !word.contains("permanent") && !word.contains("hard");
  }

  /** Whether a signal says that no mail reaches the address, today or tomorrow. */
  public static boolean isHard(Signal signal) {
    return signal.type().equals(BOUNCED) && !isSoft(signal);
  }

  /** Whether it says that this mail didn't arrive, and the next one may. */
  public static boolean isSoft(Signal signal) {
    return signal.type().equals(BOUNCED)
        && (Stream.of("bounceType", "bounce_type", "type", "severity", "category", "bounceClass")
                .map(signal::property)
                .filter(Objects::nonNull)
                .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .anyMatch(word -> SOFT.contains(word) || passes(word))
            || Stream.of("status", "code", "diagnosticCode")
                .map(signal::property)
                .filter(Objects::nonNull)
                .map(code -> PROTOCOL.matcher(code.strip()).replaceFirst(""))
                .anyMatch(code -> STATUS_OF_NOW.matcher(code).matches())
            || "false".equals(signal.property("hard"))
            || "false".equals(signal.property("permanent")));
  }
}
