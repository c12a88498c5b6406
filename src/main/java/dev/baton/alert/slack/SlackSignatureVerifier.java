package dev.baton.alert.slack;

import com.slack.api.app_backend.SlackSignature;
import dev.baton.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a call is Slack's: signed over its raw bytes, at most five minutes off the real clock in
 * either direction, and never seen before on any node. Slack's own verifier lets the future, a
 * timing attack and a replay through.
 */
class SlackSignatureVerifier {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Supplier<Optional<String>> current;
  private final JdbcClient jdbc;
  private final Clock realTime;

  /** Without a secret nothing is Slack's. */
  SlackSignatureVerifier(Supplier<Optional<String>> secret, JdbcClient jdbc, Clock realTime) {
    this.current = secret;
    this.jdbc = jdbc;
    this.realTime = realTime;
  }

  /** Whether Slack signed this, lately. */
  boolean isGood(@Nullable String timestamp, @Nullable String signature, String body) {
    String secret = current.get().orElse(null);
    if (secret == null
        || timestamp == null
        || signature == null
        || !timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(signed, realTime.instant()).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    return MessageDigest.isEqual(
        new SlackSignature.Generator(secret)
            .generate(timestamp, body)
            .getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  /** False when it was taken before; a part of the transaction that stores what was asked. */
  boolean take(String signature) {
    Instant now = realTime.instant();
    jdbc.sql("delete from slack_signature where seen_at < :past")
        .param("past", Sql.timestamp(now.minus(KEPT)))
        .update();
    return jdbc.sql(
                """
                insert into slack_signature (signature, seen_at) values (:signature, :now)
                on conflict do nothing
                """)
            .param("signature", signature)
            .param("now", Sql.timestamp(now))
            .update()
        == 1;
  }
}
