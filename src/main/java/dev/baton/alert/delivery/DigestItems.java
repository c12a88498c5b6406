package dev.baton.alert.delivery;

import dev.baton.alert.message.NoticeKind;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one person has got over a channel and what waits for them, to be told together. */
@Component
public class DigestItems {
  private final JdbcClient jdbc;

  public DigestItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Messages of their own that somebody gets over a channel; urgent ones don't count.
   *
   * @param sent those that went out
   * @param inHand those that are being sent at this moment, the claimed one not among them
   */
  record Told(int sent, int inHand) {}

  /** What somebody was told since an instant, and is being told now. */
  Told toldSince(String recipient, String channel, long claimed, Instant since) {
    return jdbc.sql(
            """
            select count(*) as sent, (
                select count(*) from notice
                where recipient = :recipient and channel = :channel and state = 'pending'
                  and urgent = false and digest_id is null and kind in (:kinds)
                  and id <> :claimed and not %s
              ) as in_hand
            from notice
            where recipient = :recipient and channel = :channel and state = 'sent'
              and sent_at >= :since and urgent = false and digest_id is null and kind in (:kinds)
            """
                .formatted(RowLeases.FREE))
        .param("kinds", NoticeKind.words(NoticeKind::isCounted))
        .param("recipient", recipient)
        .param("channel", channel)
        .param("claimed", claimed)
        .param("since", Sql.timestamp(since))
        .query(RecordRows.of(Told.class))
        .single();
  }

  /** What waits for somebody on a channel and is due, the claimed one included, oldest first. */
  List<Delivery> due(String recipient, String channel, long claimed, Instant now) {
    return jdbc.sql(
            """
            select %s, attempts from notice
            where recipient = :recipient and channel = :channel and state = 'pending'
              and next_attempt_at <= :now and urgent = false and kind in (:kinds)
              and digest_id is null
              and (id = :claimed or %s)
            order by recorded_at, id
            for update skip locked
            """
                .formatted(Delivery.COLUMNS, RowLeases.FREE))
        .param("kinds", NoticeKind.words(kind -> !kind.standsAlone()))
        .param("recipient", recipient)
        .param("channel", channel)
        .param("claimed", claimed)
        .param("now", Sql.timestamp(now))
        .query(Delivery.ROWS)
        .list();
  }

  /** Makes them lines of a digest, whose fate they share from here on. */
  void collect(List<Delivery> lines, String digestKey) {
    jdbc.sql(
            """
            update notice set lease_until = null,
              digest_id = (select digest.id from notice digest where digest.notice_key = :digest)
            where id in (:ids)
            """)
        .param("digest", digestKey)
        .param("ids", lines.stream().map(Delivery::id).toList())
        .update();
  }
}
