package dev.baton.alert;

import dev.baton.alert.delivery.RowLeases;
import dev.baton.alert.message.NoticeKind;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices to be read: what was told to whom, and what became of it. */
@Component
public class AlertQueries {
  private final JdbcClient jdbc;

  AlertQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest 500 that staff was told; each null leaves its filter out. */
  public List<Alert> list(
      @Nullable String leadId, @Nullable String state, @Nullable String recipient) {
    return list(NoticeKind.words(kind -> !kind.isToLead()), leadId, state, recipient);
  }

  /** The newest 500 about a lead, what it was written itself included. */
  public List<Alert> ofLead(String leadId) {
    return list(NoticeKind.words(kind -> true), leadId, null, null);
  }

  private List<Alert> list(
      List<String> kinds,
      @Nullable String leadId,
      @Nullable String state,
      @Nullable String recipient) {
    return jdbc.sql(
            """
            select notice_key as "key", kind, channel, recipient as "to", subject, body as text,
              state, attempts, recorded_at as at, sent_at, error
            from notice
            where kind in (:kinds) and (cast(:lead as varchar) is null or lead_id = :lead)
              and (cast(:state as varchar) is null or state = :state)
              and (cast(:recipient as varchar) is null or recipient = :recipient)
            order by recorded_at desc, id desc
            limit 500
            """)
        .param("kinds", kinds)
        .param("lead", leadId)
        .param("state", state)
        .param("recipient", recipient)
        .query(Alert.ROWS)
        .list();
  }

  /** Whether nothing is due and nothing is on its way. */
  public boolean isIdle(Instant now) {
    return jdbc.sql(
                """
                select count(*) as due from notice
                where state = 'pending' and next_attempt_at <= :now and digest_id is null
                  and %s
                """
                    .formatted(RowLeases.notHeld("notice.channel")))
            .param("now", Sql.timestamp(now))
            .query(Long.class)
            .single()
        == 0;
  }
}
