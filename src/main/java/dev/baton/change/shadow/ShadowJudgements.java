package dev.baton.change.shadow;

import dev.baton.change.backtest.LiveDifference;
import dev.baton.change.shadow.ShadowReport.Others;
import dev.baton.change.shadow.ShadowReport.ShadowLead;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of what proposals say of live leads, in the tables {@code model_change_shadow} and
 * {@code model_change_shadow_lead}.
 */
@Component
class ShadowJudgements {
  /** Longer than any sweep; one that died is taken over then. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  /** A proposal that judges. */
  record Shadow(long changeId, Instant beganAt, Instant judgedUntil) {}

  private record Kept(
      Instant beganAt, Instant judgedUntil, @Nullable Instant endedAt, @Nullable String failure) {}

  private record Row(String leadId, @Nullable String difference, @Nullable Instant differsAt) {}

  private final JdbcClient db;

  ShadowJudgements(JdbcClient db) {
    this.db = db;
  }

  /** Begins anew: what it said before is forgotten. */
  void begin(long changeId, Instant at) {
    forget(changeId);
    db.sql(
            """
            insert into model_change_shadow (change_id, began_at, judged_until)
            values (:change, :at, :at)
            """)
        .param("change", changeId)
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** What it has said stays to be read. */
  void end(long changeId, Instant at, @Nullable String failure) {
    db.sql(
            """
            update model_change_shadow set ended_at = :at, failure = :failure
            where change_id = :change and ended_at is null
            """)
        .param("at", Sql.timestamp(at))
        .param("failure", failure)
        .param("change", changeId)
        .update();
  }

  void forget(long changeId) {
    db.sql("delete from model_change_shadow_lead where change_id = :change")
        .param("change", changeId)
        .update();
    db.sql("delete from model_change_shadow where change_id = :change")
        .param("change", changeId)
        .update();
  }

  boolean isOn(long changeId) {
    return kept(changeId).filter(kept -> kept.endedAt() == null).isPresent();
  }

  List<Shadow> running() {
    return db.sql(
            """
            select change_id, began_at, judged_until from model_change_shadow
            where ended_at is null order by change_id
            """)
        .query(RecordRows.of(Shadow.class))
        .list();
  }

  /** Of several nodes one judges. */
  boolean lease(Shadow shadow, Instant now) {
    return db.sql(
                """
                update model_change_shadow set leased_until = :until
                where change_id = :change and ended_at is null and began_at = :began
                  and (leased_until is null or leased_until < :now)
                """)
            .param("until", Sql.timestamp(now.plus(LEASE)))
            .param("change", shadow.changeId())
            .param("began", Sql.timestamp(shadow.beganAt()))
            .param("now", Sql.timestamp(now))
            .update()
        == 1;
  }

  /** Keeps what was found, unless it has ended or begun anew meanwhile; gives the lease back. */
  void keep(Shadow shadow, Instant until, List<LiveDifference> found) {
    int kept =
        db.sql(
                """
                update model_change_shadow set judged_until = :until, leased_until = null
                where change_id = :change and began_at = :began and ended_at is null
                """)
            .param("until", Sql.timestamp(until))
            .param("change", shadow.changeId())
            .param("began", Sql.timestamp(shadow.beganAt()))
            .update();
    if (kept == 0 || found.isEmpty()) {
      return;
    }
    Sql.byIds(
        found.stream().map(LiveDifference::leadId).toList(),
        some -> {
          db.sql(
                  """
                  delete from model_change_shadow_lead
                  where change_id = :change and lead_id in (:leads)
                  """)
              .param("change", shadow.changeId())
              .param("leads", some)
              .update();
          return List.of();
        });
    for (int next = 0; next < found.size(); next += 500) {
      RowInsert rows =
          new RowInsert(
              "model_change_shadow_lead", "change_id", "lead_id", "difference", "differs_at");
      found
          .subList(next, Math.min(found.size(), next + 500))
          .forEach(
              each ->
                  rows.row(
                      shadow.changeId(),
                      each.leadId(),
                      each.kind(),
                      Sql.timestampOrNull(each.at())));
      rows.run(db);
    }
  }

  Optional<ShadowReport> report(long changeId) {
    return kept(changeId).map(kept -> report(kept, rows(changeId)));
  }

  private Optional<Kept> kept(long changeId) {
    return db.sql(
            """
            select began_at, judged_until, ended_at, failure from model_change_shadow
            where change_id = :change
            """)
        .param("change", changeId)
        .query(RecordRows.of(Kept.class))
        .optional();
  }

  /** A record that became part of another since counts with that one. */
  private List<Row> rows(long changeId) {
    return db.sql(
            """
            select s.lead_id, s.difference, s.differs_at from model_change_shadow_lead s
            join lead l on l.id = s.lead_id
            where s.change_id = :change and l.merged_into is null
            order by s.differs_at, s.lead_id
            """)
        .param("change", changeId)
        .query(RecordRows.of(Row.class))
        .list();
  }

  private static ShadowReport report(Kept kept, List<Row> rows) {
    Map<String, List<Row>> differing =
        rows.stream()
            .filter(row -> row.difference() != null)
            .collect(Collectors.groupingBy(row -> String.valueOf(row.difference())));
    long same = rows.stream().filter(row -> row.difference() == null).count();
    return new ShadowReport(
        kept.endedAt() == null,
        kept.beganAt(),
        kept.judgedUntil(),
        rows.size(),
        rows.isEmpty()
            ? null
            : BigDecimal.valueOf(same)
                .divide(BigDecimal.valueOf(rows.size()), 4, RoundingMode.HALF_UP),
        leads(differing, "gained"),
        leads(differing, "lost"),
        new Others(
            count(differing, "earlier"),
            count(differing, "later"),
            count(differing, "unexplained")),
        kept.failure());
  }

  private static List<ShadowLead> leads(Map<String, List<Row>> rows, String difference) {
    return rows.getOrDefault(difference, List.of()).stream()
        .flatMap(
            row ->
                row.differsAt() == null
                    ? Stream.of()
                    : Stream.of(new ShadowLead(row.leadId(), row.differsAt())))
        .toList();
  }

  private static int count(Map<String, List<Row>> rows, String difference) {
    return rows.getOrDefault(difference, List.of()).size();
  }
}
