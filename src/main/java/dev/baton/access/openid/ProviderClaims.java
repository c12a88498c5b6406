package dev.baton.access.openid;

import dev.baton.input.MailAddress;
import dev.baton.input.TextPolicy;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What a provider says of who logs in; it may say anything.
 *
 * @param id what they would be called here, in small letters; empty where it can't be used
 * @param verified whether the provider has seen that the address is theirs
 * @param groups values of the groups claim
 */
record ProviderClaims(
    Optional<String> id,
    String name,
    Optional<String> email,
    boolean verified,
    Set<String> groups,
    Optional<ZoneId> zone) {
  private static final int LONGEST_NAME = 200;

  static ProviderClaims of(OidcUser user, LoginSettings settings) {
    Map<String, Object> claims = user.getClaims();
    Optional<String> email = text(claims.get("email")).filter(MailAddress::isGood);
    Optional<String> id =
        (settings.idClaim().isEmpty()
                ? text(claims.get("preferred_username")).or(() -> email)
                : text(at(claims, settings.idClaim())))
            .map(ProviderClaims::shortened)
            .filter(name -> name.matches("[a-z0-9._-]{1,64}"));
    String name =
        text(claims.get("name"))
            .map(full -> TextPolicy.oneLine(full).trim())
            .filter(full -> !full.isEmpty() && TextPolicy.hindrance(full, LONGEST_NAME).isEmpty())
            .or(() -> id)
            .orElse("");
    return new ProviderClaims(
        id,
        name,
        email,
        Boolean.TRUE.equals(user.getEmailVerified()),
        words(at(claims, settings.groupsClaim())),
        text(claims.get("zoneinfo")).flatMap(ProviderClaims::zone));
  }

  /** {@code OFFICE\Rita} and {@code rita@office.example} are {@code rita}. */
  private static String shortened(String name) {
    String user = name.substring(name.lastIndexOf('\\') + 1);
    int at = user.indexOf('@');
    return (at < 0 ? user : user.substring(0, at)).toLowerCase(Locale.ROOT);
  }

  /** A claim of that very name, such as an address with dots in it, wins over a path. */
  private static @Nullable Object at(Map<?, ?> claims, String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, name.substring(dot + 1))
        : null;
  }

  private static Set<String> words(@Nullable Object claim) {
    Stream<?> values =
        claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
    return values.map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> text(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank()
        ? Optional.of(text.trim())
        : Optional.empty();
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
