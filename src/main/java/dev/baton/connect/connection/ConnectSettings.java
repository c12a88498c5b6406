package dev.baton.connect.connection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What connections need of the installation.
 *
 * @param key with which their secrets are encrypted; at least 16 characters
 */
@ConfigurationProperties("baton.connect")
public record ConnectSettings(@Nullable String key) {

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "ConnectSettings[key=%s]".formatted(key == null ? "none" : "set");
  }
}
