package dev.baton.access.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's token, without its secret.
 *
 * @param terms what it opens, until when and how often
 * @param lastUsedAt to the minute; null: not yet
 * @param earlierSecretUntil until when the secret before the last rotation opens the same
 */
public record Token(
    String id,
    String name,
    Terms terms,
    String createdBy,
    Instant createdAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant earlierSecretUntil) {

  /**
   * What a token opens.
   *
   * @param expiresAt from then on it opens nothing; null: never
   * @param callsAMinute on each node; null: the usual limit
   * @param readsAs the person of the staff whose eyes an assistant reads with; null without the
   *     scope {@code mcp}
   */
  public record Terms(
      Set<TokenScope> scopes,
      @Nullable Instant expiresAt,
      @Nullable Integer callsAMinute,
      @Nullable String readsAs) {
    public Terms {
      scopes = Set.copyOf(scopes);
    }
  }
}
