package dev.baton.alert.slack;

import com.slack.api.methods.SlackApiException;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Errors of Slack, and what they mean for a delivery. */
final class SlackErrors {
  /** The person is gone from Slack since we looked, or takes no direct messages. */
  private static final Set<String> UNREACHABLE =
      Set.of(
          "channel_not_found",
          "user_not_found",
          "users_not_found",
          "user_disabled",
          "cannot_dm_bot",
          "messages_tab_disabled");

  /** A channel that is gone, or into which nobody has invited us. */
  private static final Set<String> CLOSED =
      Set.of("channel_not_found", "not_in_channel", "is_archived", "restricted_action");

  private static final Set<String> HOPELESS =
      Set.of("msg_too_long", "invalid_blocks", "invalid_blocks_format", "no_text");

  /** The token is dead, or may not do what it did: every message would hear the same. */
  private static final Set<String> UNAUTHORIZED =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "no_permission",
          "missing_scope",
          "not_allowed_token_type",
          "org_login_required",
          "ekm_access_denied",
          "access_denied",
          "team_access_not_granted",
          "two_factor_setup_required");

  private SlackErrors() {}

  static boolean isUnreachable(@Nullable String error) {
    return UNREACHABLE.contains(String.valueOf(error));
  }

  static boolean isClosed(@Nullable String error) {
    return CLOSED.contains(String.valueOf(error));
  }

  static DeliveryOutcome refused(@Nullable String error) {
    if ("ratelimited".equals(error) || "rate_limited".equals(error)) {
      return new DeliveryOutcome.Hold("Slack asked to wait", RetryAfter.parse(null));
    }
    if (UNAUTHORIZED.contains(String.valueOf(error))) {
      return new DeliveryOutcome.Unauthorized("Slack answered " + error);
    }
    return HOPELESS.contains(String.valueOf(error))
        ? new DeliveryOutcome.Failed("Slack refused the message: " + error)
        : new DeliveryOutcome.Retry("Slack answered " + error);
  }

  /** What a call that isn't a delivery fails with. */
  static IOException failure(@Nullable String error) {
    return refused(error) instanceof DeliveryOutcome.Unauthorized dead
        ? new DeadSlackToken(dead.why())
        : new IOException("Slack answered " + error);
  }

  /** The same by status; empty when the token is as good as before. */
  static Optional<DeadSlackToken> deadToken(SlackApiException e) {
    return answered(e) instanceof DeliveryOutcome.Unauthorized dead
        ? Optional.of(new DeadSlackToken(dead.why()))
        : Optional.empty();
  }

  static DeliveryOutcome answered(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      Duration wait = RetryAfter.parse(e.getResponse().header("Retry-After"));
      return new DeliveryOutcome.Hold("Slack asked to wait " + wait.toSeconds() + " s", wait);
    }
    return status == 401 || status == 403
        ? new DeliveryOutcome.Unauthorized("Slack answered with status " + status)
        : new DeliveryOutcome.Retry("Slack answered with status " + status);
  }
}
