package dev.baton.mailbox.imap;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Report of a mail server on a mail that it couldn't deliver (RFC 3464).
 *
 * @param status such as {@code 5.1.1}; null: it names none
 * @param failed false: it only takes longer
 */
public record BounceReport(@Nullable String status, boolean failed) {
  private static final int MOST_PARTS = 10;
  private static final int MOST_BYTES = 20_000;

  /** Of a mail server's own account or in a server's own form; a person sends neither. */
  static Optional<BounceReport> in(MimeMessage mail, String from)
      throws MessagingException, IOException {
    String type = String.valueOf(mail.getContentType()).toLowerCase(Locale.ROOT);
    boolean isReport =
        type.startsWith("multipart/report") && !type.contains("disposition-notification");
    if (isReport && mail.getContent() instanceof Multipart parts) {
      for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType("message/delivery-status")
            || part.isMimeType("message/global-delivery-status")) {
          return Optional.of(read(part));
        }
      }
    }
    boolean isServer = AutomaticMail.isServer(from);
    return isServer || mail.getHeader("X-Failed-Recipients") != null
        ? Optional.of(new BounceReport(null, true))
        : Optional.empty();
  }

  /** A group of fields about the server, and one for each recipient. */
  private static BounceReport read(BodyPart part) throws MessagingException, IOException {
    byte[] said;
    try (InputStream in = part.getInputStream()) {
      said = in.readNBytes(MOST_BYTES);
    }
    InputStream groups = new ByteArrayInputStream(said);
    String status = null;
    boolean failed = false;
    boolean named = false;
    while (groups.available() > 0) {
      InternetHeaders fields = new InternetHeaders(groups);
      String action = fields.getHeader("Action", null);
      if (action != null) {
        named = true;
        failed |= action.strip().equalsIgnoreCase("failed");
      }
      String found = fields.getHeader("Status", null);
      status = found == null ? status : found.strip().split("\\s", 2)[0];
    }
    return new BounceReport(status, failed || !named);
  }
}
