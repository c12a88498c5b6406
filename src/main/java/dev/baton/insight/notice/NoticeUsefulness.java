package dev.baton.insight.notice;

import dev.baton.alert.message.NoticeKind;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.Sql;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often notices that ask for something were followed by an act (rule R28): a person answered,
 * claimed, gave on, paused or tried to reach the lead before the deadline that ran when they were
 * told, or within 24 hours where none ran any more.
 */
@Component
public class NoticeUsefulness {
  private final JdbcClient db;
  private final Clock clock;

  NoticeUsefulness(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** By kind, of those told within the range; kinds that told nobody are left out. */
  public List<NoticeUsefulnessRow> in(InstantRange range) {
    return db
        .sql(
            """
            select kind, count(*) as told, count(*) filter (where followed) as followed,
              count(*) filter (where not followed and ends_at > :now) as still_open
            from (
              select w.kind, w.ends_at,
                (exists (select 1 from answer a where a.handoff_id = w.handoff_id
                    and a.answered_by <> :rule
                    and a.answered_at >= w.told_at and a.answered_at <= w.ends_at)
                  or exists (select 1 from touch t where t.handoff_id = w.handoff_id
                    and t.recorded_at >= w.told_at and t.recorded_at <= w.ends_at)) as followed
              from (
                select n.kind, n.handoff_id, n.told_at,
                  coalesce(
                    (select min(d.due_at) from deadline d
                     where d.handoff_id = n.handoff_id and d.clock <> 'route'
                       and d.started_at <= n.told_at and d.due_at > n.told_at
                       and coalesce(d.met_at, d.ended_at, d.voided_at, n.told_at) >= n.told_at),
                    n.told_at + interval '24' hour) as ends_at
                from (
                  select kind, handoff_id, recipient, recorded_at as told_at from notice
                  where kind in (:kinds) and state = 'sent' and handoff_id is not null
                    and recorded_at >= :from and recorded_at < :to
                  group by kind, handoff_id, recipient, recorded_at
                ) n
              ) w
            ) f
            group by kind
            """)
        .param("kinds", NoticeKind.words(NoticeKind::asksForAct))
        .param("rule", Stages.RULE)
        .param("from", Sql.timestamp(range.from()))
        .param("to", Sql.timestamp(range.to()))
        .param("now", Sql.timestamp(clock.instant()))
        .query(
            (row, number) ->
                NoticeUsefulnessRow.of(
                    NoticeKind.of(row.getString("kind")),
                    row.getLong("told"),
                    row.getLong("followed"),
                    row.getLong("still_open")))
        .list()
        .stream()
        .sorted(Comparator.comparing(NoticeUsefulnessRow::kind))
        .toList();
  }
}
