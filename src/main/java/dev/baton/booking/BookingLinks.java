package dev.baton.booking;

import dev.baton.BatonSettings;
import dev.baton.input.SecretToken;
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
 * Repository of links to the page on which a lead books, kept as SHA-256 hashes. A link shows,
 * moves and cancels only the meeting that was booked through it: who fills in a form with somebody
 * else's address sees nothing of theirs.
 */
@Component
public class BookingLinks {
  /** As long as a meeting can lie ahead, and until it is over. */
  static final Duration LIFE = Duration.ofDays(120);

  private final JdbcClient db;
  private final Clock clock;
  private final String publicUrl;

  BookingLinks(JdbcClient db, Clock clock, BatonSettings settings) {
    this.db = db;
    this.clock = clock;
    this.publicUrl = settings.publicUrl();
  }

  /**
   * What a link is for.
   *
   * @param bookingId the meeting that was booked through it last; null: none yet
   */
  record BookingLink(String hash, String leadId, @Nullable String bookingId) {}

  /** A fresh link, whole and secret, on which a lead chooses a time. */
  public String make(String leadId) {
    return make(leadId, null);
  }

  /** One that is used at once and that nobody is given. */
  BookingLink of(String leadId) {
    SecretToken token = SecretToken.random();
    add(token, leadId, null);
    return new BookingLink(token.hash(), leadId, null);
  }

  /** One on which it moves or cancels a meeting. */
  String make(String leadId, @Nullable String bookingId) {
    SecretToken token = SecretToken.random();
    add(token, leadId, bookingId);
    return publicUrl + "/book/" + token.text();
  }

  private void add(SecretToken token, String leadId, @Nullable String bookingId) {
    Instant now = clock.instant();
    db.sql(
            """
            insert into booking_link (hash, lead_id, booking_id, created_at, expires_at)
            values (:hash, :lead, :booking, :now, :expires)
            """)
        .param("hash", token.hash())
        .param("lead", leadId)
        .param("booking", bookingId)
        .param("now", Sql.timestamp(now))
        .param("expires", Sql.timestamp(now.plus(LIFE)))
        .update();
  }

  /** The link of this token; empty when there never was one or it is over. */
  Optional<BookingLink> find(String token) {
    return SecretToken.read(token).flatMap(this::find);
  }

  private Optional<BookingLink> find(SecretToken token) {
    return db.sql(
            """
            select hash, lead_id, booking_id from booking_link
            where hash = :hash and expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", Sql.timestamp(clock.instant()))
        .query(RecordRows.of(BookingLink.class))
        .optional();
  }

  void leadTo(BookingLink link, String bookingId) {
    db.sql("update booking_link set booking_id = :booking where hash = :hash")
        .param("booking", bookingId)
        .param("hash", link.hash())
        .update();
  }

  /** Another record turned out to be the same person. */
  void follow(String leadId, String into) {
    db.sql("update booking_link set lead_id = :into where lead_id = :lead")
        .param("into", into)
        .param("lead", leadId)
        .update();
  }
}
