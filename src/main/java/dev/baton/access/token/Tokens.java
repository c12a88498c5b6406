package dev.baton.access.token;

import dev.baton.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the API tokens of machines, kept as SHA-256 hashes. */
@Component
public class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient db;
  private final Clock clock;
  private final List<String> configured;

  /**
   * Reads the tokens of {@code baton.intake.tokens} besides those in the table.
   *
   * @param settings with entries {@code name:token}
   */
  Tokens(JdbcClient db, Clock clock, IntakeSettings settings) {
    this.db = db;
    this.clock = clock;
    this.configured = settings.tokens();
    configured.stream()
        .filter(entry -> !entry.matches("[^:]{1,99}:.{16,}"))
        .findFirst()
        .ifPresent(
            entry -> {
              throw new IllegalArgumentException(
                  "baton.intake.tokens takes entries name:token, a token having 16 characters or"
                      + " more");
            });
  }

  /** A token without its secret. */
  record Token(
      String id, String name, String createdBy, Instant createdAt, @Nullable Instant revokedAt) {}

  /** Whose token it is, if it is one and is not revoked. */
  public Optional<String> nameOf(String token) {
    return configured.stream()
        .filter(entry -> isSecretOf(entry, token))
        .map(entry -> entry.substring(0, entry.indexOf(':')))
        .findFirst()
        .or(
            () ->
                db.sql("select name from api_token where hash = :hash and revoked_at is null")
                    .param("hash", hash(token))
                    .query(String.class)
                    .optional());
  }

  private static boolean isSecretOf(String entry, String token) {
    return MessageDigest.isEqual(
        entry.substring(entry.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes a token; only now it can be read. */
  String create(String name, String by) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = "bt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    db.sql(
            """
            insert into api_token (id, name, hash, created_by, created_at)
            values (:id, :name, :hash, :by, :at)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("name", name)
        .param("hash", hash(token))
        .param("by", by)
        .param("at", Sql.timestamp(clock.instant()))
        .update();
    return token;
  }

  /** Revokes a token; false when there is none of that id that could be revoked. */
  boolean revoke(String id) {
    return db.sql("update api_token set revoked_at = :at where id = :id and revoked_at is null")
            .param("at", Sql.timestamp(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  List<Token> all() {
    return db.sql("select * from api_token order by created_at")
        .query(
            (rs, row) -> {
              return new Token(
                  rs.getString("id"),
                  rs.getString("name"),
                  rs.getString("created_by"),
                  Sql.instant(rs, "created_at"),
                  Sql.instantOrNull(rs, "revoked_at"));
            })
        .list();
  }

  public static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
