package dev.baton.connect.whatsapp;

import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How WhatsApp's Business Cloud is reached, and how it reaches us.
 *
 * @param apiUrl what stands before the version; without it Meta's
 * @param version of the Graph API
 * @param token of a system user, which doesn't expire
 * @param account the id of the phone number that writes
 * @param clientSecret the secret of the application, with which Meta signs what it sends
 * @param verifyToken what Meta says when it asks whether our address is the application's
 * @param remindBefore how long before a meeting its lead is reminded; 0: never
 */
@ConfigurationProperties("baton.connect.whatsapp")
record WhatsAppSettings(
    @Nullable String apiUrl,
    @DefaultValue("v23.0") String version,
    @Nullable String token,
    @Nullable String account,
    @Nullable String clientSecret,
    @Nullable String verifyToken,
    @DefaultValue("24h") Duration remindBefore) {
  private static final String META = "https://graph.facebook.com";

  /** What lacks to write to anybody; empty: nothing. */
  String missing() {
    if (isUnset(token)) {
      return "Set baton.connect.whatsapp.token";
    }
    return isUnset(account) ? "Set baton.connect.whatsapp.account" : "";
  }

  /** Whether what comes can be known as Meta's. */
  boolean isHeard() {
    return !isUnset(clientSecret) && !isUnset(verifyToken);
  }

  String secret() {
    return Objects.requireNonNullElse(clientSecret, "").strip();
  }

  String verifies() {
    return Objects.requireNonNullElse(verifyToken, "").strip();
  }

  String phoneNumberId() {
    return Objects.requireNonNullElse(account, "").strip();
  }

  SystemSettings system() {
    return new SystemSettings(apiUrl, token, null, null, null, null, account, version, Map.of());
  }

  /** Without a slash at its end. */
  String url() {
    return system().apiUrl(META) + "/" + version;
  }

  private static boolean isUnset(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "WhatsAppSettings[apiUrl=%s]".formatted(apiUrl);
  }
}
