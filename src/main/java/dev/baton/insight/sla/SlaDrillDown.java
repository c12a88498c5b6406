package dev.baton.insight.sla;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.EntryRows;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drill-down into the deadlines. */
@Component
public class SlaDrillDown {
  private static final String COLUMNS =
      """
      e.handoff_id, e.lead_id,
        (select l.email from lead l where l.id = e.lead_id) as email, e.clock, e.owner,
        e.team, e.started_at, e.due_at, e.met_at, e.missed_at, e.ended_at, e.voided_at,
        %s as verdict
      """
          .formatted(SlaMeasure.VERDICT);

  private final DrillDown drillDown;
  private final SlaFigures figures;
  private final Clock clock;

  SlaDrillDown(DrillDown drillDown, SlaFigures figures, Clock clock) {
    this.drillDown = drillDown;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Of deadlines.
   *
   * @param clockName one clock; null: all of people
   * @param verdict null: any
   */
  public DrillDownPage<SlaEntryRow> deadlines(
      @Nullable String clockName,
      @Nullable SlaMeasure verdict,
      SlaDimension by,
      RowFilter filter,
      FigureViewer viewer) {
    Instant now = clock.instant();
    List<String> where = new ArrayList<>();
    Map<String, Object> values = new HashMap<>(Map.of("now", Sql.timestamp(now)));
    where.add(clockName == null ? "e.clock <> :clockName" : "e.clock = :clockName");
    values.put("clockName", clockName == null ? Deadlines.ROUTE : clockName);
    where.add(verdict == null ? SlaMeasure.COUNTS : verdict.measure().when());
    return drillDown.page(
        new EntryRows<>(
            RecordRows.of(SlaEntryRow.class),
            SlaFacts.TABLE.entries(),
            COLUMNS,
            where,
            values,
            by.key(),
            by.personal(),
            SlaFacts.VERDICTS.instant(),
            "deadline_id"),
        filter,
        viewer,
        () -> count(clockName, verdict, filter.key(), figures.counts(by, filter.range(), now)));
  }

  private static long count(
      @Nullable String clockName,
      @Nullable SlaMeasure verdict,
      @Nullable String key,
      Aggregates counts) {
    Set<SlaMeasure> verdicts = verdict == null ? SlaMeasure.VERDICTS : Set.of(verdict);
    Map<String, Aggregate> cells = SlaSums.of(clockName, counts.cells(key));
    return verdicts.stream().mapToLong(one -> one.measure().n(cells)).sum();
  }
}
