package dev.baton.know.milestone;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.know.milestone.StageEntrant.Ending;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reached a stage in a range, and whether they went on to another; reads only. */
@Component
class StageEntrants {
  private static final Duration USUAL = Duration.ofDays(30);

  /** A handoff that skipped a stage by rule has its entry all the same. */
  private static final String BETWEEN_HANDOFFS =
      """
      select s.lead_id, s.entered_at, g.entered_at as went_on, s.band, s.source, s.owner,
        n.question, n.reason
      from funnel_entry s
      left join funnel_entry g on g.unit_id = s.unit_id and g.stage = :goal
      left join funnel_entry n on n.unit_id = s.unit_id and n.stage in ('LOST', 'REJECTED')
      where s.stage = :start and s.entered_at >= :from and s.entered_at < :to
      order by s.entered_at, s.unit_id
      """;

  /** A person became a lead once, and went on with whichever of their handoffs was first. */
  private static final String FROM_LEAD =
      """
      select s.lead_id, s.entered_at, s.source, s.owner,
        cast(null as varchar) as band, cast(null as varchar) as question,
        cast(null as varchar) as reason,
        (select min(g.entered_at) from funnel_entry g
          where g.lead_id = s.lead_id and g.stage = :goal and g.entered_at >= s.entered_at) as went_on
      from funnel_entry s
      where s.stage = :start and s.entered_at >= :from and s.entered_at < :to
      order by s.entered_at, s.unit_id
      """;

  private final JdbcClient db;

  StageEntrants(JdbcClient db) {
    this.db = db;
  }

  /** Without those that are open and younger than twice the median time to the goal (rule R22). */
  List<StageEntrant> settled(Stage start, Stage goal, InstantRange range, Instant now) {
    List<StageEntrant> all =
        db.sql(start == Stage.LEAD ? FROM_LEAD : BETWEEN_HANDOFFS)
            .param("start", start.name())
            .param("goal", goal.name())
            .param("from", Sql.timestamp(range.from()))
            .param("to", Sql.timestamp(range.to()))
            .query(StageEntrants::read)
            .list();
    Instant settled = now.minus(median(all).multipliedBy(2));
    return all.stream().filter(entrant -> entrant.isSettled(settled)).toList();
  }

  private static Duration median(List<StageEntrant> all) {
    List<Duration> times =
        all.stream()
            .flatMap(
                one ->
                    one.wentOnAt() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(Duration.between(one.at(), one.wentOnAt())))
            .sorted(Comparator.naturalOrder())
            .toList();
    return times.isEmpty() ? USUAL : times.get(times.size() / 2);
  }

  private static StageEntrant read(ResultSet row, int number) throws SQLException {
    return new StageEntrant(
        row.getString("lead_id"),
        Sql.instant(row, "entered_at"),
        Sql.instantOrNull(row, "went_on"),
        ended(row.getString("question"), row.getString("reason")),
        Objects.requireNonNullElse(row.getString("band"), "unknown"),
        row.getString("source"),
        row.getString("owner"));
  }

  private static @Nullable Ending ended(@Nullable String question, @Nullable String reason) {
    return question == null && reason == null ? null : new Ending(question, reason);
  }
}
