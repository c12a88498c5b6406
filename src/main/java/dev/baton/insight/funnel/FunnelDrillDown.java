package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDown.Page;
import dev.baton.insight.rollup.DrillDown.Rows;
import dev.baton.insight.rollup.DrillDown.Which;
import dev.baton.insight.rollup.FigureViewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** Drill-down into the funnel and the rejections. */
@Component
public class FunnelDrillDown {
  private static final String COLUMNS =
      """
      case when e.stage <> 'LEAD' then e.unit_id end as handoff_id, e.lead_id,
        (select l.email from lead l where l.id = e.lead_id) as email, e.stage,
        case when e.stage <> 'LEAD' then e.cohort_at end as mql_at, e.entered_at as at,
        e.source, e.campaign, e.segment, e.band, e.owner, e.channel,
        e.model as definition, e.amount, e.currency, e.question, e.reason
      """;

  private final DrillDown drillDown;
  private final FunnelFigures figures;

  FunnelDrillDown(DrillDown drillDown, FunnelFigures figures) {
    this.drillDown = drillDown;
    this.figures = figures;
  }

  /**
   * Somebody at a stage; on rows of LEAD there is no handoff.
   *
   * @param at when the stage was entered
   * @param question and reason: of a no
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reached(
      String handoffId,
      String leadId,
      String email,
      String stage,
      Instant mqlAt,
      Instant at,
      String source,
      String campaign,
      String segment,
      String band,
      String owner,
      String channel,
      String definition,
      BigDecimal amount,
      String currency,
      String question,
      String reason) {}

  /** Of one measure of the funnel. */
  public Page<Reached> funnel(
      FunnelMeasure measure, Dimension by, FunnelBasis basis, Which which, FigureViewer viewer) {
    return page(
        List.of(measure.measure().when()),
        Map.of(),
        by,
        basis,
        which,
        viewer,
        () ->
            measure
                .measure()
                .n(DrillDown.cells(figures.counts(by, basis, which.range()), which.key())));
  }

  /**
   * Of rejections.
   *
   * @param question null: any
   * @param reason null: any
   */
  public Page<Reached> rejections(
      String question, String reason, Dimension by, Which which, FigureViewer viewer) {
    List<String> where = new ArrayList<>(List.of(RejectionMeasure.REJECTION.when()));
    Map<String, String> values = new HashMap<>();
    if (question != null) {
      where.add("e.question = :question");
      values.put("question", question);
    }
    if (reason != null) {
      where.add("e.reason = :reason");
      values.put("reason", reason);
    }
    LongSupplier figure =
        () ->
            figures.rejections(by, which.range()).stream()
                .filter(no -> which.key() == null || which.key().equals(no.dimension()))
                .filter(no -> question == null || question.equals(no.question()))
                .filter(no -> reason == null || reason.equals(no.reason()))
                .mapToLong(RejectionCount::count)
                .sum();
    return page(where, values, by, FunnelBasis.PERIOD, which, viewer, figure);
  }

  private Page<Reached> page(
      List<String> where,
      Map<String, String> values,
      Dimension by,
      FunnelBasis basis,
      Which which,
      FigureViewer viewer,
      LongSupplier figure) {
    return drillDown.page(
        new Rows<>(
            Reached.class,
            FunnelFacts.TABLE.entries(),
            COLUMNS,
            where,
            values,
            by.key(),
            by.personal(),
            basis.column(),
            "unit_id"),
        which,
        viewer,
        figure);
  }
}
