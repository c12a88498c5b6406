package dev.baton.mailbox;

import dev.baton.mailbox.imap.BounceReport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a mail came back, in words that keep the status of the mail server (RFC 3463). */
final class BounceText {
  private static final Pattern STATUS = Pattern.compile("\\((\\d\\.\\d{1,3}\\.\\d{1,3})\\)$");

  private BounceText() {}

  static String of(BounceReport report) {
    String status = report.status();
    if (status == null || !status.matches("\\d\\.\\d{1,3}\\.\\d{1,3}")) {
      return "a mail server sent it back";
    }
    String why =
        status.startsWith("5.1.")
            ? "there is no such mailbox"
            : status.startsWith("4.")
                ? "it couldn’t be delivered for days"
                : "a mail server refused it";
    return "%s (%s)".formatted(why, status);
  }

  /** Null where the server named none. */
  static @Nullable String status(Email bounce) {
    Matcher found = STATUS.matcher(String.valueOf(bounce.why()));
    return found.find() ? found.group(1) : null;
  }
}
