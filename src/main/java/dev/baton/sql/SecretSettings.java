package dev.baton.sql;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of secrets in the database.
 *
 * @param key with which they are encrypted, at least 16 characters; empty: none is kept
 */
@ConfigurationProperties("baton.connect")
public record SecretSettings(@DefaultValue("") String key) {

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "SecretSettings[key=%s]".formatted(key.isEmpty() ? "none" : "set");
  }
}
