package dev.baton.insight.funnel;

import dev.baton.insight.rejection.RejectionCount;
import dev.baton.insight.rejection.RejectionMeasure;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.EntryRows;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.sql.RecordRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
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
        e.model as definition, e.models_hash as models, e.amount, e.currency, e.question, e.reason
      """;

  private final DrillDown drillDown;
  private final FunnelFigures figures;

  FunnelDrillDown(DrillDown drillDown, FunnelFigures figures) {
    this.drillDown = drillDown;
    this.figures = figures;
  }

  /** Of one measure of the funnel. */
  public DrillDownPage<FunnelEntryRow> funnel(
      FunnelMeasure measure,
      Dimension by,
      FunnelBasis basis,
      RowFilter filter,
      FigureViewer viewer) {
    return page(
        List.of(measure.measure().when()),
        Map.of(),
        by,
        basis,
        filter,
        viewer,
        () -> measure.measure().n(figures.counts(by, basis, filter.range()).cells(filter.key())));
  }

  /**
   * Of rejections.
   *
   * @param question null: any
   * @param reason null: any
   */
  public DrillDownPage<FunnelEntryRow> rejections(
      @Nullable String question,
      @Nullable String reason,
      Dimension by,
      RowFilter filter,
      FigureViewer viewer) {
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
            figures.rejections(by, filter.range()).stream()
                .filter(count -> filter.key() == null || filter.key().equals(count.dimension()))
                .filter(count -> question == null || question.equals(count.question()))
                .filter(count -> reason == null || reason.equals(count.reason()))
                .mapToLong(RejectionCount::count)
                .sum();
    return page(where, values, by, FunnelBasis.PERIOD, filter, viewer, figure);
  }

  private DrillDownPage<FunnelEntryRow> page(
      List<String> where,
      Map<String, String> values,
      Dimension by,
      FunnelBasis basis,
      RowFilter filter,
      FigureViewer viewer,
      LongSupplier figure) {
    return drillDown.page(
        new EntryRows<>(
            RecordRows.of(FunnelEntryRow.class),
            FunnelFacts.TABLE.entries(),
            COLUMNS,
            where,
            values,
            by.key(),
            by.personal(),
            basis.column(),
            "unit_id"),
        filter,
        viewer,
        figure);
  }
}
