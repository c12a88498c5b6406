package dev.baton.access.token;

import dev.baton.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
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

  /** Which token it is the secret of, if it is one that opens anything now. */
  public Optional<Token> of(String secret) {
    return configured.stream()
        .filter(entry -> isSecretOf(entry, secret))
        .map(entry -> configured(entry.substring(0, entry.indexOf(':'))))
        .findFirst()
        .or(
            () ->
                db.sql(
                        """
                        select * from api_token
                        where (hash = :hash or earlier_hash = :hash and earlier_until > :now)
                          and revoked_at is null and (expires_at is null or expires_at > :now)
                        """)
                    .param("hash", hash(secret))
                    .param("now", Sql.timestamp(clock.instant()))
                    .query(Tokens::token)
                    .optional());
  }

  private static Token configured(String name) {
    Token.Terms terms = new Token.Terms(Set.of(TokenScope.SIGNALS), null, null, null);
    return new Token("setting:" + name, name, terms, "settings", Instant.EPOCH, null, null, null);
  }

  private static boolean isSecretOf(String entry, String token) {
    return MessageDigest.isEqual(
        entry.substring(entry.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes a token; only now its secret can be read. */
  String create(String name, Token.Terms terms, String by) {
    String secret = secret();
    db.sql(
            """
            insert into api_token (id, name, hash, created_by, created_at, scopes, expires_at,
              calls_a_minute, reads_as)
            values (:id, :name, :hash, :by, :at, :scopes, :expires, :limit, :readsAs)
            """)
        .param("id", Sql.newId())
        .param("name", name)
        .param("hash", hash(secret))
        .param("by", by)
        .param("at", Sql.timestamp(clock.instant()))
        .param(
            "scopes",
            terms.scopes().stream().map(TokenScope::word).sorted().collect(Collectors.joining(",")))
        .param("expires", Sql.timestampOrNull(terms.expiresAt()))
        .param("limit", terms.callsAMinute())
        .param("readsAs", terms.readsAs())
        .update();
    return secret;
  }

  private static String secret() {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return "bt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  Optional<Token> find(String id) {
    return db.sql("select * from api_token where id = :id")
        .param("id", id)
        .query(Tokens::token)
        .optional();
  }

  /**
   * Gives a token another secret; the one so far opens the same until then, and one before it
   * nothing any more. Empty when the token was revoked meanwhile.
   */
  Optional<String> rotate(String id, Instant earlierUntil) {
    String secret = secret();
    int rotated =
        db.sql(
                """
                update api_token set earlier_hash = hash, earlier_until = :until, hash = :hash
                where id = :id and revoked_at is null
                """)
            .param("until", Sql.timestamp(earlierUntil))
            .param("hash", hash(secret))
            .param("id", id)
            .update();
    return rotated == 1 ? Optional.of(secret) : Optional.empty();
  }

  /** Those that end between two instants. */
  List<Token> expiring(Instant from, Instant until) {
    return db.sql(
            """
            select * from api_token
            where revoked_at is null and expires_at > :from and expires_at <= :until
            order by expires_at
            """)
        .param("from", Sql.timestamp(from))
        .param("until", Sql.timestamp(until))
        .query(Tokens::token)
        .list();
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
    return db.sql("select * from api_token order by created_at").query(Tokens::token).list();
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    Set<TokenScope> scopes =
        Arrays.stream(row.getString("scopes").split(","))
            .flatMap(word -> TokenScope.of(word).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Token(
        row.getString("id"),
        row.getString("name"),
        new Token.Terms(
            scopes,
            Sql.instantOrNull(row, "expires_at"),
            row.getObject("calls_a_minute", Integer.class),
            row.getString("reads_as")),
        row.getString("created_by"),
        Sql.instant(row, "created_at"),
        Sql.instantOrNull(row, "revoked_at"),
        Sql.instantOrNull(row, "last_used_at"),
        Sql.instantOrNull(row, "earlier_until"));
  }

  public static String hash(String token) {
    return DigestUtils.sha256Hex(token);
  }
}
