package dev.baton.connect.connection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What connections need of the installation.
 *
 * @param key with which their secrets are encrypted; at least 16 characters
 */
@ConfigurationProperties("baton.connect")
public record ConnectSettings(
    @Nullable String key,
    @Nullable SystemSettings hubspot,
    @Nullable SystemSettings salesforce,
    @Nullable LinkedInSettings linkedin) {
  private static final SystemSettings NONE = new SystemSettings(null, null, null, null, null);

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "ConnectSettings[key=%s]".formatted(key == null ? "none" : "set");
  }

  /**
   * How answers of LinkedIn's lead forms are looked up.
   *
   * @param apiUrl without it LinkedIn's
   * @param version of its interface, a year and a month
   */
  public record LinkedInSettings(
      @Nullable String apiUrl, @Nullable String token, @Nullable String version) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "LinkedInSettings[apiUrl=%s]".formatted(apiUrl);
    }
  }

  /** Those of a system, by its kind. */
  public SystemSettings of(String system) {
    return Objects.requireNonNullElse(system.equals("hubspot") ? hubspot : salesforce, NONE);
  }

  /**
   * How a system of which an installation has one is reached.
   *
   * @param apiUrl what stands before a method's path; without it the vendor's
   * @param token a token that doesn't expire; or clientId and clientSecret, for which loginUrl
   *     gives one that does
   */
  public record SystemSettings(
      @Nullable String apiUrl,
      @Nullable String token,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String loginUrl) {

    public boolean hasCredentials() {
      return isSet(token) || (isSet(clientId) && isSet(clientSecret));
    }

    public boolean hasToken() {
      return isSet(token);
    }

    private static boolean isSet(@Nullable String text) {
      return text != null && !text.isBlank();
    }

    /** Keeps credentials out of logs. */
    @Override
    public String toString() {
      return "SystemSettings[apiUrl=%s]".formatted(apiUrl);
    }
  }
}
