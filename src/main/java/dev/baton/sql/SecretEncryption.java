package dev.baton.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encryption of the secrets that people enter, such as those of connections (AES-256 in GCM mode).
 */
@Component
public class SecretEncryption {
  public static final String SETTING = "baton.connect.key";
  private static final int SHORTEST_KEY = 16;
  private static final int SALT_LENGTH = 16;

  private final @Nullable String key;

  SecretEncryption(SecretSettings settings) {
    String given = settings.key().trim();
    if (!given.isEmpty() && given.length() < SHORTEST_KEY) {
      throw new IllegalStateException(
          "%s has at least %d characters".formatted(SETTING, SHORTEST_KEY));
    }
    this.key = given.isEmpty() ? null : given;
  }

  public boolean canEncrypt() {
    return key != null;
  }

  /** The secret as it is kept: its salt, and what only the key opens. */
  public String encrypt(String secret) {
    String salt = KeyGenerators.string().generateKey();
    return salt + cipher(salt).encrypt(secret);
  }

  /** Empty when it was encrypted with another key. */
  public Optional<String> decrypt(@Nullable String kept) {
    if (kept == null || key == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(kept.substring(0, SALT_LENGTH)).decrypt(kept.substring(SALT_LENGTH)));
    } catch (IllegalStateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private TextEncryptor cipher(String salt) {
    if (key == null) {
      throw new IllegalStateException(SETTING + " is not set");
    }
    return Encryptors.delux(key, salt);
  }
}
