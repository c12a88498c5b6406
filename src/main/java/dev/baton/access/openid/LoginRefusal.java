package dev.baton.access.openid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why somebody whom their provider knows may not come in; the login page says it. */
public enum LoginRefusal {
  NO_GROUP,
  NO_NAME,
  NO_EMAIL,
  TAKEN,
  INACTIVE,
  BEGUN_ELSEWHERE,
  PROVIDER;

  private static final String PREFIX = "baton_";

  /** As it stands in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  OAuth2AuthenticationException exception() {
    return new OAuth2AuthenticationException(new OAuth2Error(PREFIX + code()));
  }

  /** The refusal of a code of an address; empty: it is none of ours. */
  public static Optional<LoginRefusal> ofCode(@Nullable String code) {
    return Arrays.stream(values()).filter(refusal -> refusal.code().equals(code)).findFirst();
  }

  static LoginRefusal of(AuthenticationException failure) {
    if (!(failure instanceof OAuth2AuthenticationException refused)) {
      return PROVIDER;
    }
    String error = refused.getError().getErrorCode();
    if (error.equals("authorization_request_not_found")
        || error.equals("invalid_state_parameter")) {
      return BEGUN_ELSEWHERE;
    }
    return Arrays.stream(values())
        .filter(refusal -> error.equals(PREFIX + refusal.code()))
        .findFirst()
        .orElse(PROVIDER);
  }
}
