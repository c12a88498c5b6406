package dev.baton.access.openid;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why somebody whom their provider knows may not come in, in a sentence for them. */
public enum LoginRefusal {
  NO_GROUP(
      "None of your groups opens Baton. Ask an administrator to add you to one that does, then log"
          + " in again."),
  NO_NAME(
      "Your provider tells no user name that Baton can use. Ask an administrator which claim holds"
          + " it (baton.login.id-claim)."),
  NO_EMAIL(
      "Your provider doesn't tell your e-mail address, and Baton writes to you there. Ask an"
          + " administrator to send it along."),
  TAKEN(
      "Somebody here has your user name or address already, and nothing proves that it is you. Ask"
          + " an administrator to make both addresses the same."),
  INACTIVE("You are deactivated in Baton. Ask a manager or an administrator to let you in again."),
  BEGUN_ELSEWHERE(
      "That login was begun in another window or took too long. Please begin again here."),
  PROVIDER(
      "Your provider couldn't log you in. Please try again; if that doesn't help, tell an"
          + " administrator.");

  private static final String PREFIX = "baton_";

  private final String sentence;

  LoginRefusal(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** As it stands in addresses. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  OAuth2AuthenticationException exception() {
    return new OAuth2AuthenticationException(new OAuth2Error(PREFIX + code()), sentence);
  }

  /** The sentence behind a code of an address; null: it is none of ours. */
  public static @Nullable String sentenceOf(@Nullable String code) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.code().equals(code))
        .findFirst()
        .map(LoginRefusal::sentence)
        .orElse(null);
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
