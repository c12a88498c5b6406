package dev.baton.connect.conversion;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 of an e-mail address, hexadecimal, as ad platforms compare it with those of their own
 * users: without spaces around it and in small letters.
 */
public final class HashedAddress {
  private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

  private HashedAddress() {}

  public static String of(String email) {
    return DigestUtils.sha256Hex(normal(email));
  }

  /** As Google compares it: dots before the @ of its own addresses mean nothing. */
  public static String ofGoogle(String email) {
    String normal = normal(email);
    int at = normal.indexOf('@');
    return at > 0 && WITHOUT_DOTS.contains(normal.substring(at + 1))
        ? DigestUtils.sha256Hex(normal.substring(0, at).replace(".", "") + normal.substring(at))
        : DigestUtils.sha256Hex(normal);
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
