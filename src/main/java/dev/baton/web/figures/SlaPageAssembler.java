package dev.baton.web.figures;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.ComplianceTargets;
import dev.baton.insight.sla.FirstTouches;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaRow;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import dev.baton.web.figures.SlaPage.ClockSection;
import dev.baton.web.figures.SlaPage.ComparedRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembler of the SLA page, from the same figures that the API answers. */
@Component
class SlaPageAssembler {
  private final FigureQueries queries;
  private final ResponseTimes times;
  private final FirstTouches firstTouches;
  private final StalledLeads leads;
  private final SlaTrendAssembler trend;
  private final ResponsePartsAssembler parts;
  private final ComplianceTargets targets;

  SlaPageAssembler(
      FigureQueries queries,
      ResponseTimes times,
      FirstTouches firstTouches,
      StalledLeads leads,
      SlaTrendAssembler trend,
      ResponsePartsAssembler parts,
      ComplianceTargets targets) {
    this.queries = queries;
    this.times = times;
    this.firstTouches = firstTouches;
    this.leads = leads;
    this.trend = trend;
    this.parts = parts;
    this.targets = targets;
  }

  SlaPage of(SlaQuery query, FigureViewer viewer, ViewerClock viewerClock, DisplayNames names) {
    InstantRange range = query.span().range();
    Optional<InstantRange> beside = query.span().before(viewerClock.now());
    SlaReport report = queries.sla(query.by(), range, beside, viewer);
    List<SlaRow> before =
        beside.map(time -> queries.sla(query.by(), time, viewer).rows()).orElse(List.of());
    boolean byHour = query.by() == SlaDimension.HOUR;
    SlaReport hours = byHour ? report : queries.sla(SlaDimension.HOUR, range, viewer);
    return new SlaPage(
        query,
        report,
        clocks(report, before, byHour),
        WeekHeatMap.of(hours.rows().stream().filter(SlaPageAssembler::isOfPerson).toList()),
        trend.of(query, viewerClock.now()),
        parts.of(query, names),
        leads.rows(viewer),
        times.lastMinute(range, viewer),
        firstTouches.report(query.by(), range, viewer));
  }

  private static boolean isOfPerson(SlaRow row) {
    return !Deadlines.ROUTE.equals(row.clock());
  }

  /** The shipped ones always, so that a link to one finds its place. */
  private List<ClockSection> clocks(SlaReport report, List<SlaRow> before, boolean byHour) {
    return Stream.concat(Labels.clocks().stream(), report.rows().stream().map(SlaRow::clock))
        .distinct()
        .map(
            clock -> {
              List<SlaRow> rows =
                  report.rows().stream().filter(row -> clock.equals(row.clock())).toList();
              return new ClockSection(
                  clock,
                  rows.stream().map(row -> compared(row, before)).toList(),
                  targets.of(clock),
                  byHour ? WeekHeatMap.of(rows) : null);
            })
        .toList();
  }

  private static ComparedRow compared(SlaRow row, List<SlaRow> before) {
    return new ComparedRow(
        row,
        before.stream()
            .filter(one -> Objects.equals(one.key(), row.key()))
            .filter(one -> Objects.equals(one.clock(), row.clock()))
            .findFirst()
            .orElse(null));
  }
}
