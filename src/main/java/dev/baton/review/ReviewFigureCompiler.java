package dev.baton.review;

import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.funnel.RejectionReport;
import dev.baton.insight.funnel.SignalLift;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.MarketingSla;
import dev.baton.insight.sla.MarketingSlaFigures;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.rejection.Rejection;
import dev.baton.review.ReviewFigures.Column;
import dev.baton.review.ReviewFigures.Line;
import dev.baton.review.ReviewFigures.Sheet;
import dev.baton.review.ReviewFigures.Unit;
import dev.baton.stage.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Compiles what a review looks at from the same queries as pages, Cockpit and API. A figure here is
 * nobody's own: nothing is cut by person, so that all who read reviews may read it.
 */
@Component
class ReviewFigureCompiler {
  private static final FigureViewer ALL = new FigureViewer("review", true);
  private static final int MOST_SIGNALS = 10;

  private final FigureQueries queries;
  private final MarketingSlaFigures promises;
  private final StalledLeads leads;
  private final SignalLift signalLift;
  private final dev.baton.rejection.Rejections rejections;
  private final RejectionTaxonomy taxonomy;
  private final Map<String, Function<InstantRange, Sheet>> sheets =
      Map.of(
          "funnel", this::funnel,
          "sla", this::sla,
          "reasons", this::reasons,
          "sources", this::sources,
          "promises", this::promises,
          "contested", range -> contested(),
          "leaks", this::leaks,
          "bands", range -> rates("bands", "MQL to customer by score band", Dimension.BAND, range),
          "segments",
              range -> rates("segments", "MQL to customer by segment", Dimension.SEGMENT, range),
          "lift", this::lift);

  ReviewFigureCompiler(
      FigureQueries queries,
      MarketingSlaFigures promises,
      StalledLeads leads,
      SignalLift signalLift,
      dev.baton.rejection.Rejections rejections,
      RejectionTaxonomy taxonomy) {
    this.queries = queries;
    this.promises = promises;
    this.leads = leads;
    this.signalLift = signalLift;
    this.rejections = rejections;
    this.taxonomy = taxonomy;
  }

  /** The sheets that an agenda asks for, each once; a name that nobody knows is a broken table. */
  ReviewFigures compile(Collection<AgendaItem> agenda, InstantRange range) {
    return new ReviewFigures(
        range.from(),
        range.to(),
        agenda.stream()
            .flatMap(point -> point.figures().stream())
            .distinct()
            .map(this::sheet)
            .map(sheet -> sheet.apply(range))
            .toList());
  }

  private Function<InstantRange, Sheet> sheet(String code) {
    Function<InstantRange, Sheet> sheet = sheets.get(code);
    if (sheet == null) {
      throw new IllegalStateException(
          "review-agenda asks for figures '%s'; there are: %s"
              .formatted(
                  code, sheets.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    return sheet;
  }

  private Sheet funnel(InstantRange range) {
    FunnelReport report = queries.funnel(Dimension.SOURCE, FunnelBasis.PERIOD, range, ALL);
    FunnelRow now = report.total();
    FunnelRow usual = report.trailing().total();
    return new Sheet(
        "funnel",
        "Funnel",
        "Stage entries of these days, and each rate beside its own trailing 90 days.",
        report.diagnosis().stream().map(Diagnosis::text).toList(),
        List.of(
            new Column("Entered", Unit.COUNT, false),
            new Column("Rate", Unit.SHARE, true),
            new Column("Trailing 90 days", Unit.SHARE, true)),
        List.of(
            line("MQL", now.mql(), null, null),
            line("SAL of MQL", now.sal(), now.rates().acceptance(), usual.rates().acceptance()),
            line(
                "SQL of SAL",
                now.sql(),
                now.rates().qualification(),
                usual.rates().qualification()),
            line("SQL of MQL", now.sql(), now.rates().mqlToSql(), usual.rates().mqlToSql()),
            line(
                "Opportunity of SQL",
                now.opportunity(),
                now.rates().sqlToOpportunity(),
                usual.rates().sqlToOpportunity()),
            line("Won of closed", now.customer(), now.rates().win(), usual.rates().win())));
  }

  private Sheet sla(InstantRange range) {
    SlaReport slaReport = queries.sla(SlaDimension.TEAM, range, ALL);
    return new Sheet(
        "sla",
        "SLA of sales",
        "Deadlines due in these days, by team and clock; what is overdue is missed.",
        List.of(),
        List.of(
            new Column("Due", Unit.COUNT, false),
            new Column("Missed", Unit.COUNT, false),
            new Column("Met", Unit.SHARE, true),
            new Column("Median time", Unit.HOURS, false)),
        slaReport.rows().stream()
            .map(
                row ->
                    line(
                        "%s, %s".formatted(words(row.clock()), row.key()),
                        row.due(),
                        (double) row.missed(),
                        row.compliance(),
                        row.p50Hours()))
            .toList());
  }

  private Sheet reasons(InstantRange range) {
    RejectionReport report = queries.rejections(Dimension.SOURCE, range, ALL);
    Map<String, Long> counts =
        report.rows().stream()
            .collect(
                Collectors.groupingBy(
                    RejectionReport.Row::reason,
                    TreeMap::new,
                    Collectors.summingLong(RejectionReport.Row::count)));
    long all = report.total().count();
    List<String> says =
        report.kinds().entrySet().stream()
            .map(kind -> "%d about %s.".formatted(kind.getValue(), kind.getKey()))
            .toList();
    return new Sheet(
        "reasons",
        "Rejection reasons",
        "Rejections of these days by reason.",
        says,
        List.of(new Column("Rejections", Unit.COUNT, true), new Column("Share", Unit.SHARE, false)),
        largest(counts, reason -> taxonomy.label(reason), all));
  }

  private Sheet sources(InstantRange range) {
    RejectionReport report = queries.rejections(Dimension.SOURCE, range, ALL);
    Map<String, Long> counts =
        report.rows().stream()
            .collect(
                Collectors.groupingBy(
                    RejectionReport.Row::key,
                    TreeMap::new,
                    Collectors.summingLong(RejectionReport.Row::count)));
    return new Sheet(
        "sources",
        "Sources of rejections",
        "Rejections of these days by the lead's first source.",
        List.of(),
        List.of(new Column("Rejections", Unit.COUNT, true), new Column("Share", Unit.SHARE, false)),
        largest(counts, Function.identity(), report.total().count()));
  }

  private static List<Line> largest(
      Map<String, Long> counts, Function<String, String> label, long all) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            count ->
                line(
                    label.apply(count.getKey()),
                    count.getValue(),
                    all == 0 ? null : (double) count.getValue() / all))
        .toList();
  }

  private Sheet promises(InstantRange range) {
    MarketingSla kept = promises.in(range);
    List<Line> lines =
        Stream.concat(
                Stream.of(
                    line(
                        "Replies to rejections",
                        kept.answered().due(),
                        (double) kept.answered().missed(),
                        kept.answered().compliance())),
                kept.quality().months().stream()
                    .map(
                        month ->
                            line(
                                "MQLs of %s that fit".formatted(month.month()),
                                month.mqls(),
                                (double) month.badFit(),
                                month.share() == null ? null : 1 - month.share())))
            .toList();
    return new Sheet(
        "promises",
        "SLA of marketing",
        "Each rejection is answered in time; less than %.0f %% of a month's MQLs turn out not to fit."
            .formatted(kept.quality().limit() * 100),
        kept.diagnosis().stream().map(Diagnosis::text).toList(),
        List.of(
            new Column("All", Unit.COUNT, false),
            new Column("Not kept", Unit.COUNT, false),
            new Column("Met", Unit.SHARE, true)),
        lines);
  }

  private Sheet contested() {
    return new Sheet(
        "contested",
        "Open rejections",
        "As of now, whenever they were said.",
        List.of(),
        List.of(new Column("Rejections", Unit.COUNT, true)),
        List.of(
            line("Disputed, a manager decides", rejections.count(Rejection.State.CONTESTED)),
            line("Waiting for marketing", rejections.count(Rejection.State.OPEN))));
  }

  private Sheet leaks(InstantRange range) {
    List<StalledLeads.Pile> piles = leads.piles(ALL);
    SlaReport slaReport = queries.sla(SlaDimension.CLOCK, range, ALL);
    Stream<Line> sits =
        Stream.of("SAL", "SQL")
            .map(
                stage -> {
                  List<StalledLeads.Pile> of =
                      piles.stream().filter(pile -> pile.stage().equals(stage)).toList();
                  return line(
                      stage + ", no opportunity yet",
                      of.stream().mapToLong(StalledLeads.Pile::n).sum(),
                      of.stream()
                          .map(StalledLeads.Pile::oldestHours)
                          .max(Comparator.naturalOrder())
                          .orElse(null));
                });
    Stream<Line> missed =
        slaReport.rows().stream()
            .filter(row -> row.missed() > 0)
            .map(
                row ->
                    line(
                        "Missed: " + words(row.clock()).toLowerCase(Locale.ROOT),
                        row.missed(),
                        (Double) null));
    return new Sheet(
        "leaks",
        "Stalled leads",
        "Accepted leads that are no opportunity yet, as of now, and answers missed in these days.",
        List.of(),
        List.of(new Column("Leads", Unit.COUNT, true), new Column("Oldest", Unit.HOURS, false)),
        Stream.concat(sits, missed).toList());
  }

  private Sheet rates(String code, String title, Dimension by, InstantRange range) {
    FunnelReport report = queries.funnel(by, FunnelBasis.COHORT, range, ALL);
    return new Sheet(
        code,
        title,
        "Handoffs that began in these days, and how far they have come.",
        List.of(),
        List.of(
            new Column("MQL", Unit.COUNT, false),
            new Column("Accepted", Unit.SHARE, true),
            new Column("SQL of MQL", Unit.SHARE, true),
            new Column("Won of closed", Unit.SHARE, false)),
        report.rows().stream()
            .filter(row -> row.mql() > 0)
            .map(
                row ->
                    line(
                        row.key(),
                        row.mql(),
                        row.rates().acceptance(),
                        row.rates().mqlToSql(),
                        row.rates().win()))
            .toList());
  }

  private Sheet lift(InstantRange range) {
    SignalLift.Lift lift = signalLift.between(Stage.MQL, Stage.SQL, range);
    boolean enough = lift.rows().stream().anyMatch(row -> row.lift() != null);
    return new Sheet(
        "lift",
        "Signals before a SQL",
        "How many times likelier those who became SQL had shown a signal than those who did not.",
        enough
            ? List.of("%d became SQL, %d did not.".formatted(lift.converters(), lift.others()))
            : List.of(
                "Too few to say: %d became SQL, %d did not."
                    .formatted(lift.converters(), lift.others())),
        List.of(
            new Column("Became SQL", Unit.SHARE, false),
            new Column("Did not", Unit.SHARE, false),
            new Column("Lift", Unit.TIMES, true)),
        lift.rows().stream()
            .filter(row -> row.lift() != null)
            .limit(MOST_SIGNALS)
            .map(
                row ->
                    new Line(
                        words(row.signal()),
                        Arrays.asList(row.shareOfConverters(), row.shareOfOthers(), row.lift())))
            .toList());
  }

  private static Line line(String label, long n, Double... more) {
    List<Double> values = new ArrayList<>(List.of((double) n));
    values.addAll(Arrays.asList(more));
    return new Line(label, values);
  }

  private static String words(String code) {
    return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
  }
}
