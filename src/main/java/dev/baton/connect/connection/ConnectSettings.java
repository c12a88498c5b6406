package dev.baton.connect.connection;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What connections need of the installation.
 *
 * @param smallestAudience of how many leads at least; a smaller one would show who is in it
 */
@ConfigurationProperties("baton.connect")
public record ConnectSettings(
    @Nullable SystemSettings hubspot,
    @Nullable SystemSettings salesforce,
    @Nullable SystemSettings linkedin,
    @Nullable SystemSettings google,
    @Nullable SystemSettings marketo,
    @Nullable SystemSettings pardot,
    @DefaultValue("300") int smallestAudience) {
  /** LinkedIn's interface by year and month, each of which lives for a year. */
  public static final String LINKEDIN_VERSION = "202509";

  private static final SystemSettings NONE =
      new SystemSettings(null, null, null, null, null, null, null, null, Map.of());

  /** Those of a system, by its kind. */
  public SystemSettings of(String system) {
    return Objects.requireNonNullElse(
        switch (system) {
          case "hubspot" -> hubspot;
          case "salesforce" -> salesforce;
          case "linkedin" -> linkedin;
          case "google" -> google;
          case "marketo" -> marketo;
          case "pardot" -> pardot;
          default -> throw new IllegalArgumentException(system);
        },
        NONE);
  }

  /**
   * How a system of which an installation has one is reached.
   *
   * @param apiUrl what stands before a method's path; without it the vendor's
   * @param token a token that doesn't expire; or clientId and clientSecret, for which loginUrl
   *     gives one that does
   * @param refreshToken for which loginUrl gives tokens, where those of the client alone don't do
   * @param account which of the accounts there, such as a customer id or a business unit
   * @param version of its interface, where callers choose one, such as a year and a month
   * @param conversions what is known there of mql, sal, sql and won
   */
  public record SystemSettings(
      @Nullable String apiUrl,
      @Nullable String token,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String loginUrl,
      @Nullable String refreshToken,
      @Nullable String account,
      @Nullable String version,
      @DefaultValue Map<String, ConversionTerms> conversions) {

    public boolean hasCredentials() {
      return isSet(token) || (isSet(clientId) && isSet(clientSecret));
    }

    public boolean hasToken() {
      return isSet(token);
    }

    public boolean hasAccount() {
      return isSet(account);
    }

    /** Without a slash at its end. */
    public String apiUrl(String usual) {
      return server(apiUrl, usual);
    }

    /** Without a slash at its end. */
    public String loginUrl(String usual) {
      return server(loginUrl, usual);
    }

    /** Where none is set the usual one. */
    public String version(String usual) {
      return Objects.requireNonNullElse(version, usual);
    }

    private static String server(@Nullable String set, String usual) {
      return Objects.requireNonNullElse(set, usual).strip().replaceAll("/+$", "");
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

  /**
   * A conversion as an ad platform knows it.
   *
   * @param id of the conversion action or rule there
   * @param value what one is worth, where no deal says so
   */
  public record ConversionTerms(String id, @Nullable BigDecimal value, @Nullable String currency) {}
}
