package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDown.Page;
import dev.baton.insight.rollup.DrillDown.Rows;
import dev.baton.insight.rollup.DrillDown.Which;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** A deadline with its verdict as of now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Owed(
      String handoffId,
      String leadId,
      String email,
      String clock,
      String owner,
      String team,
      Instant startedAt,
      Instant dueAt,
      Instant metAt,
      Instant missedAt,
      Instant endedAt,
      Instant voidedAt,
      String verdict) {}

  /**
   * Of deadlines.
   *
   * @param watch one clock; null: any
   * @param verdict null: any
   */
  public Page<Owed> deadlines(
      String watch, SlaMeasure verdict, SlaDimension by, Which which, FigureViewer viewer) {
    Instant now = clock.instant();
    List<String> where = new ArrayList<>();
    Map<String, Object> values = new HashMap<>(Map.of("now", Sql.timestamp(now)));
    if (watch != null) {
      where.add("e.clock = :watch");
      values.put("watch", watch);
    }
    if (verdict != null) {
      where.add(verdict.measure().when());
    }
    return drillDown.page(
        new Rows<>(
            Owed.class,
            SlaFacts.TABLE.entries(),
            COLUMNS,
            where,
            values,
            by.key(),
            by.personal(),
            SlaFacts.VERDICTS.instant(),
            "deadline_id"),
        which,
        viewer,
        () -> count(watch, verdict, which.key(), figures.counts(by, which.range(), now)));
  }

  private static long count(String watch, SlaMeasure verdict, String key, Aggregates counts) {
    Set<SlaMeasure> verdicts = verdict == null ? SlaMeasure.VERDICTS : Set.of(verdict);
    Map<String, Aggregate> cells =
        DrillDown.cells(counts, key).entrySet().stream()
            .filter(cell -> watch == null || cell.getKey().startsWith(watch + "/"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return verdicts.stream().mapToLong(one -> one.measure().n(cells)).sum();
  }
}
