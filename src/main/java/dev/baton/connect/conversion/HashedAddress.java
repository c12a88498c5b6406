package dev.baton.connect.conversion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * SHA-256 of an e-mail address, hexadecimal, as ad platforms compare it with those of their own
 * users: without spaces around it and in small letters.
 */
public final class HashedAddress {
  private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

  private HashedAddress() {}

  public static String of(String email) {
    return sha256(normal(email));
  }

  /** As Google compares it: dots before the @ of its own addresses mean nothing. */
  public static String ofGoogle(String email) {
    String normal = normal(email);
    int at = normal.indexOf('@');
    return at > 0 && WITHOUT_DOTS.contains(normal.substring(at + 1))
        ? sha256(normal.substring(0, at).replace(".", "") + normal.substring(at))
        : sha256(normal);
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
