package dev.baton.insight.sla;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.deadline.DeadlinesMissed;
import dev.baton.insight.rollup.ChangeLog;
import dev.baton.lead.LeadsMerged;
import dev.baton.sla.ElapsedTime;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every deadline as its last change left it, heard in the transaction that states it; {@link
 * SlaFigures} reads it. Only what has stopped is counted in the roll-up: a running clock may become
 * overdue at any instant.
 */
@Component
public class SlaEntries {
  private static final String STOPPED = "deadline_id = :id and running is null";

  private final JdbcClient db;
  private final ChangeLog changes;
  private final ClockPartSource source;
  private final ZoneId zone;

  public SlaEntries(JdbcClient db, ChangeLog changes, ClockPartSource source, ZoneId zone) {
    this.db = db;
    this.changes = changes;
    this.source = source;
    this.zone = zone;
  }

  @EventListener
  void on(LeadsMerged fact) {
    db.sql("update sla_entry set lead_id = :into where lead_id = :from")
        .param("into", fact.into())
        .param("from", fact.leadId())
        .update();
  }

  /** The room that states it holds the deadline's row, so update and insert don't race. */
  @EventListener
  void on(DeadlineChanged fact) {
    Map<String, @Nullable Object> values = values(fact);
    boolean isNew = isUntouched(fact.deadline()) && insert(values);
    if (!isNew && !update(values, "running = true") && !insert(values)) {
      // it had stopped before, and was counted
      changes.takeBack(SlaFacts.TABLE, STOPPED, values);
      update(values, "running is null");
    }
    if (fact.deadline().stoppedAt() != null) {
      changes.add(SlaFacts.TABLE, STOPPED, values);
    }
  }

  /** What has run out goes on, so that only its verdict changes. */
  @EventListener
  void on(DeadlinesMissed fact) {
    Map<Optional<String>, List<DeadlineChanged>> byTeam =
        fact.all().stream()
            .collect(Collectors.groupingBy(each -> Optional.ofNullable(each.team())));
    byTeam.forEach(
        (team, missed) -> {
          if (miss(team.orElse(null), missed) < missed.size()) {
            missed.forEach(this::on);
          }
        });
  }

  private int miss(@Nullable String team, List<DeadlineChanged> missed) {
    return db.sql(
            """
            update sla_entry set missed_at = due_at, team = :team
            where deadline_id in (:ids) and running = true
            """)
        .param("team", team)
        .param("ids", missed.stream().map(each -> each.deadline().id()).toList())
        .update();
  }

  private static boolean isUntouched(Deadline deadline) {
    return deadline.stoppedAt() == null && deadline.missedAt() == null;
  }

  private boolean update(Map<String, @Nullable Object> values, String which) {
    return db.sql(
                """
                update sla_entry set owner = :owner, team = :team, started_at = :startedAt,
                  warn_at = :warnAt, due_at = :dueAt, met_at = :metAt, missed_at = :missedAt,
                  ended_at = :endedAt, voided_at = :voidedAt, running = :running,
                  due_hour = :dueHour, system_seconds = :system, queue_seconds = :queue,
                  business_seconds = :business, paused_seconds = :paused,
                  after_hours_seconds = :afterHours
                where deadline_id = :id and\s"""
                    + which)
            .params(values)
            .update()
        > 0;
  }

  private boolean insert(Map<String, @Nullable Object> values) {
    return db.sql(
                """
                insert into sla_entry (deadline_id, handoff_id, lead_id, clock, owner, team,
                  started_at, warn_at, due_at, met_at, missed_at, ended_at, voided_at, running,
                  due_hour, system_seconds, queue_seconds, business_seconds, paused_seconds,
                  after_hours_seconds, source, channel, segment, models_hash)
                select :id, cast(:handoff as varchar), :lead, :clock, :owner, :team, :startedAt,
                  :warnAt, :dueAt, :metAt, :missedAt, :endedAt, :voidedAt, :running, :dueHour,
                  :system, :queue, :business, :paused, :afterHours, m.source, m.channel, m.segment,
                  m.models_hash
                from (values (1)) one (n)
                  left join funnel_entry m on m.unit_id = :handoff and m.stage = 'MQL'
                on conflict do nothing
                """)
            .params(values)
            .update()
        > 0;
  }

  private Map<String, @Nullable Object> values(DeadlineChanged fact) {
    Deadline deadline = fact.deadline();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", deadline.id());
    values.put("handoff", deadline.handoffId());
    values.put("lead", fact.leadId());
    values.put("clock", deadline.clock());
    values.put("owner", deadline.owner());
    values.put("team", fact.team());
    values.put("startedAt", Sql.timestamp(deadline.start().startedAt()));
    values.put("warnAt", Sql.timestampOrNull(deadline.targets().warnAt()));
    values.put("dueAt", Sql.timestamp(deadline.dueAt()));
    values.put("metAt", Sql.timestampOrNull(deadline.verdict().metAt()));
    values.put("missedAt", Sql.timestampOrNull(deadline.missedAt()));
    values.put("endedAt", Sql.timestampOrNull(answeredLate(deadline)));
    values.put("voidedAt", Sql.timestampOrNull(deadline.verdict().voidedAt()));
    values.put("running", deadline.stoppedAt() == null ? true : null);
    values.put("dueHour", hourOfWeek(deadline.dueAt()));
    Optional<ElapsedTime> parts = parts(deadline);
    values.put("system", seconds(parts, ElapsedTime::system));
    values.put("queue", seconds(parts, ElapsedTime::queue));
    values.put("business", seconds(parts, ElapsedTime::business));
    values.put("paused", seconds(parts, ElapsedTime::paused));
    values.put("afterHours", seconds(parts, ElapsedTime::afterHours));
    return values;
  }

  /** A question that disappeared took nobody's time. */
  private Optional<ElapsedTime> parts(Deadline deadline) {
    boolean answered = deadline.verdict().metAt() != null || answeredLate(deadline) != null;
    return answered ? Optional.of(source.of(deadline).inSeconds()) : Optional.empty();
  }

  /** What the ladder took from somebody ended with nobody's answer. */
  private static @Nullable Instant answeredLate(Deadline deadline) {
    return deadline.verdict().takenAt() == null ? deadline.verdict().endedAt() : null;
  }

  private String hourOfWeek(Instant due) {
    ZonedDateTime local = due.atZone(zone);
    return String.format(Locale.ROOT, "%d-%02d", local.getDayOfWeek().getValue(), local.getHour());
  }

  private static @Nullable Long seconds(
      Optional<ElapsedTime> parts, Function<ElapsedTime, Duration> part) {
    return parts.map(part).map(Duration::toSeconds).orElse(null);
  }
}
