package dev.baton.nurture.mail;

import dev.baton.BatonSettings;
import dev.baton.input.SecretToken;
import dev.baton.nurture.mail.TrackedLink.Kind;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    db.sql(
            """
            insert into nurture_link (hash, mail_id, kind, url, created_at, expires_at)
            values (:hash, :mail, :kind, :url, :now, :expires)
            """)
        .param("hash", token.hash())
        .param("mail", mailId)
        .param("kind", kind.name())
        .param("url", url)
        .param("now", Sql.timestamp(now))
        .param("expires", Sql.timestamp(now.plus(LIFE)))
        .update();
    return publicUrl + kind.path() + token.text();
  }

  /** The link of this token and kind; empty when there never was one or it is over. */
  public Optional<TrackedLink> find(String token, Kind kind) {
    return SecretToken.read(token).flatMap(secret -> find(secret, kind));
  }

  private Optional<TrackedLink> find(SecretToken token, Kind kind) {
    return db.sql(
            """
            select hash, mail_id, kind, url from nurture_link
            where hash = :hash and kind = :kind and expires_at > :now
            """)
        .param("hash", token.hash())
        .param("kind", kind.name())
        .param("now", Sql.timestamp(clock.instant()))
        .query(RecordRows.of(TrackedLink.class))
        .optional();
  }
}
