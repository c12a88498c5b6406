package dev.baton.nurture.mail;

import dev.baton.BatonSettings;
import dev.baton.nurture.mail.TrackedLink.Kind;
import dev.baton.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of tracked links in mails to leads, kept as SHA-256 hashes. Where a click leads is
 * kept beside the hash, so that nobody can make our address lead anywhere else.
 */
@Component
public class TrackedLinks {
  /** Somebody unsubscribes by an old mail too. */
  static final Duration LIFE = Duration.ofDays(400);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final JdbcClient db;
  private final Clock clock;
  private final String publicUrl;

  TrackedLinks(JdbcClient db, Clock clock, BatonSettings settings) {
    this.db = db;
    this.clock = clock;
    this.publicUrl = settings.publicUrl();
  }

  /** A fresh link, whole and secret. */
  public String make(String mailId, Kind kind, @Nullable String url) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    db.sql(
            """
            insert into nurture_link (hash, mail_id, kind, url, created_at, expires_at)
            values (:hash, :mail, :kind, :url, :now, :expires)
            """)
        .param("hash", hash(token))
        .param("mail", mailId)
        .param("kind", kind.name())
        .param("url", url)
        .param("now", Sql.timestamp(now))
        .param("expires", Sql.timestamp(now.plus(LIFE)))
        .update();
    return publicUrl + kind.path() + token;
  }

  /** The link of this token and kind; empty when there never was one or it is over. */
  public Optional<TrackedLink> find(String token, Kind kind) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return db.sql(
            """
            select hash, mail_id, kind, url from nurture_link
            where hash = :hash and kind = :kind and expires_at > :now
            """)
        .param("hash", hash(token))
        .param("kind", kind.name())
        .param("now", Sql.timestamp(clock.instant()))
        .query(
            (rs, row) ->
                new TrackedLink(rs.getString("hash"), rs.getString("mail_id"), rs.getString("url")))
        .optional();
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
