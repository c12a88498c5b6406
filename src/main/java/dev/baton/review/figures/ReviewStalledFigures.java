package dev.baton.review.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.insight.sla.StalledLeadsRow;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The stalled leads of a review: accepted and no opportunity yet, or not answered in time. */
@Component
class ReviewStalledFigures implements ReviewFigureTables {
  private final FigureQueries queries;
  private final StalledLeads leads;

  ReviewStalledFigures(FigureQueries queries, StalledLeads leads) {
    this.queries = queries;
    this.leads = leads;
  }

  @Override
  public Map<String, Function<InstantRange, FigureTable>> tables() {
    return Map.of("leaks", this::leaks);
  }

  private FigureTable leaks(InstantRange range) {
    List<StalledLeadsRow> stalled = leads.rows(ReviewFigureTables.VIEWER);
    SlaReport slaReport = queries.sla(SlaDimension.CLOCK, range, ReviewFigureTables.VIEWER);
    Stream<Line> waiting =
        Stream.of("SAL", "SQL")
            .map(
                stage -> {
                  List<StalledLeadsRow> of =
                      stalled.stream().filter(row -> row.stage().equals(stage)).toList();
                  return Line.of(
                      stage + ", no opportunity yet",
                      of.stream().mapToLong(StalledLeadsRow::n).sum(),
                      of.stream()
                          .map(StalledLeadsRow::oldestHours)
                          .max(Comparator.naturalOrder())
                          .orElse(null));
                });
    Stream<Line> missed =
        slaReport.rows().stream()
            .filter(row -> row.missed() > 0)
            .map(
                row ->
                    Line.of(
                        "Missed: " + ReviewFigureTables.label(row.clock()).toLowerCase(Locale.ROOT),
                        row.missed(),
                        (Double) null));
    return new FigureTable(
        "leaks",
        "Stalled leads",
        "Accepted leads that are no opportunity yet, as of now, and answers missed in these days.",
        List.of(),
        List.of(new Column("Leads", Unit.COUNT, true), new Column("Oldest", Unit.HOURS, false)),
        Stream.concat(waiting, missed).toList());
  }
}
