package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelEntryRow;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaEntryRow;
import dev.baton.insight.sla.SlaMeasure;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Queries of the rows behind each figure, as the API's parameters ask for them. */
@Component
class DrillDownQueries {
  private final FunnelDrillDown funnel;
  private final SlaDrillDown sla;
  private final ZoneId zone;

  DrillDownQueries(FunnelDrillDown funnel, SlaDrillDown sla, ZoneId zone) {
    this.funnel = funnel;
    this.sla = sla;
    this.zone = zone;
  }

  /** Of the MQLs when no stage is named. */
  DrillDownPage<FunnelEntryRow> funnel(
      FigureRequest figure,
      RowRequest rows,
      Function<ReportParameters, RowFilter> filter,
      Authentication who) {
    ReportParameters asked = rows.parameters(figure, zone);
    FunnelMeasure measure = asked.word("stage", FunnelMeasure.MQL);
    Dimension by = FigureRequest.dimension(asked);
    FunnelBasis basis = FigureRequest.basis(asked);
    RowFilter which = filter.apply(asked);
    asked.refuse();
    return funnel.funnel(measure, by, basis, which, FigureViewer.of(who));
  }

  DrillDownPage<SlaEntryRow> deadlines(
      FigureRequest figure,
      RowRequest rows,
      Function<ReportParameters, RowFilter> filter,
      Authentication who) {
    ReportParameters asked = rows.parameters(figure, zone);
    Optional<SlaMeasure> verdict = asked.word("verdict", SlaMeasure.class);
    SlaDimension by = FigureRequest.slaDimension(asked);
    RowFilter which = filter.apply(asked);
    String clock = asked.text("clock");
    asked.refuse();
    return sla.deadlines(clock, verdict.orElse(null), by, which, FigureViewer.of(who));
  }

  /** The stage is the question that was answered with the rejection, as in the report. */
  DrillDownPage<FunnelEntryRow> rejections(
      FigureRequest figure,
      RowRequest rows,
      Function<ReportParameters, RowFilter> filter,
      Authentication who) {
    ReportParameters asked = rows.parameters(figure, zone);
    Dimension by = FigureRequest.dimension(asked);
    RowFilter which = filter.apply(asked);
    String stage = asked.text("stage");
    String reason = asked.text("reason");
    asked.refuse();
    return funnel.rejections(stage, reason, by, which, FigureViewer.of(who));
  }
}
