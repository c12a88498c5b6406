package dev.baton.mailbox.imap;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text of a mail, read in bounds: so many parts, so deep, so many bytes. Whatever is odd about it
 * costs some of the text and never the mail.
 */
final class MailText {
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 50;
  private static final int MOST_BYTES = 100_000;

  private @Nullable String html;
  private int seen;

  private MailText() {}

  /** Its first plain text, else its first HTML without the tags; empty where there is neither. */
  static String of(MimeMessage mail) {
    MailText text = new MailText();
    return text.plain(mail, 0).orElseGet(() -> text.html == null ? "" : PlainHtml.text(text.html));
  }

  private Optional<String> plain(Part part, int depth) {
    if (depth > DEEPEST || ++seen > MOST_PARTS) {
      return Optional.empty();
    }
    try {
      if (part.isMimeType("multipart/*")) {
        return ofParts(part, depth);
      }
      if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
        return Optional.empty();
      }
      if (part.isMimeType("text/html")) {
        html = html == null ? content(part) : html;
        return Optional.empty();
      }
      return part.isMimeType("text/plain") ? Optional.of(content(part)) : Optional.empty();
    } catch (MessagingException | IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> ofParts(Part part, int depth) throws MessagingException, IOException {
    if (!(part.getContent() instanceof Multipart parts)) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
      BodyPart each = parts.getBodyPart(i);
      Optional<String> found = plain(each, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String content(Part part) throws MessagingException, IOException {
    byte[] bytes;
    try (InputStream in = decoded(part)) {
      bytes = in.readNBytes(MOST_BYTES);
    }
    Optional<Charset> named = charset(part.getContentType());
    return named.map(charset -> new String(bytes, charset)).orElseGet(() -> guessed(bytes));
  }

  private static InputStream decoded(Part part) throws MessagingException, IOException {
    try {
      return part.getInputStream();
    } catch (MessagingException | IOException unknown) {
      if (part instanceof MimeMessage mail) {
        return mail.getRawInputStream();
      }
      if (part instanceof MimeBodyPart body) {
        return body.getRawInputStream();
      }
      throw unknown;
    }
  }

  private static Optional<Charset> charset(@Nullable String type) {
    try {
      String name = type == null ? null : new ContentType(type).getParameter("charset");
      return name == null
          ? Optional.empty()
          : Optional.of(Charset.forName(MimeUtility.javaCharset(name.strip())));
    } catch (ParseException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** UTF-8 if it can be; a text in another one is hardly ever valid as that. */
  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
