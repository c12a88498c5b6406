package dev.baton.mailbox.imap;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/**
 * Address with a token, such as {@code reply+…@sales.example}: 128 random bits in small letters and
 * digits, because mail servers change the case of an address.
 */
public record TaggedAddress(Purpose purpose, String token) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<![a-z0-9._+-])(reply|log)\\+([a-z2-7]{26})@[a-z0-9]", Pattern.CASE_INSENSITIVE);

  /** What a mail to such an address is about. */
  public enum Purpose {
    /** It answers a mail of ours. */
    REPLY,
    /** It is the copy of a mail that a rep wrote in a mail program of their own. */
    LOG;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Purpose of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** A fresh one. */
  public static TaggedAddress of(Purpose purpose) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return new TaggedAddress(
        purpose, new Base32().encodeToString(random).replace("=", "").toLowerCase(Locale.ROOT));
  }

  /** As it is written at a domain. */
  public String at(String domain) {
    return "%s+%s@%s".formatted(purpose.word(), token, domain);
  }

  /** All in a text, each once. */
  static Set<TaggedAddress> in(String text) {
    Set<TaggedAddress> found = new LinkedHashSet<>();
    Matcher matcher = SHAPE.matcher(text);
    while (matcher.find()) {
      found.add(
          new TaggedAddress(
              Purpose.of(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT)));
    }
    return found;
  }
}
