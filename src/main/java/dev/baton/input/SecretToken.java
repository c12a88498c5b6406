package dev.baton.input;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Secret at the end of a link that opens a page without a login: 256 random bits, of which only the
 * hash is kept.
 *
 * @param text as it stands in an address, 43 characters
 */
public record SecretToken(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A fresh one. */
  public static SecretToken random() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Empty for a text that can be none. */
  public static Optional<SecretToken> read(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new SecretToken(text)) : Optional.empty();
  }

  /** SHA-256, hexadecimal. */
  public String hash() {
    return DigestUtils.sha256Hex(text);
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "SecretToken[…]";
  }
}
