package dev.baton.web.mcp;

import dev.baton.change.definition.DefinitionQueries;
import dev.baton.change.definition.DefinitionRequest;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.ReportParameters;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Figures and the definition for assistants: what the pages and the API answer. */
@Component
class FigureTools {
  private static final String FROM = "Day such as 2026-11-01, or instant; everything without it";
  private static final String TO = "Day or instant before which it ends";

  private final FigureQueries figures;
  private final DefinitionQueries definitions;
  private final Clock clock;
  private final ZoneId zone;

  FigureTools(FigureQueries figures, DefinitionQueries definitions, Clock clock, ZoneId zone) {
    this.figures = figures;
    this.definitions = definitions;
    this.clock = clock;
    this.zone = zone;
  }

  List<McpTool> all() {
    return List.of(
        new McpTool(
            "funnel",
            "Funnel",
            "The funnel from lead to customer: counts, rates, values and what is unusual. A rate is"
                + " a fraction; it is null where nothing could be counted.",
            Map.of(
                "from",
                FROM,
                "to",
                TO,
                "by",
                "source (the default), campaign, segment, band, owner or another dimension",
                "basis",
                "cohort (the default: by the day of the MQL) or period"),
            List.of(),
            this::funnel),
        new McpTool(
            "sla",
            "SLA report",
            "Deadlines met and missed, and those at risk, by the instant at which they were due.",
            Map.of("from", FROM, "to", TO, "by", "rep (the default), team, clock or another"),
            List.of(),
            this::sla),
        new McpTool(
            "definition",
            "Definition",
            "What an MQL, an SAL and an SQL are, who is asked by when, why a lead is turned down and"
                + " what the score counts, in sentences, by the models in force.",
            Map.of("at", "Day or instant; now without it"),
            List.of(),
            this::definition));
  }

  private Object funnel(Map<String, String> asked, Person reader) {
    ReportParameters given = parameters(asked);
    InstantRange range = given.range();
    Dimension by = given.word("by", Dimension.SOURCE);
    FunnelBasis basis = given.word("basis", FunnelBasis.COHORT);
    given.refuse();
    return figures.funnel(by, basis, range, viewer(reader));
  }

  private Object sla(Map<String, String> asked, Person reader) {
    ReportParameters given = parameters(asked);
    InstantRange range = given.range();
    SlaDimension by = given.word("by", SlaDimension.REP);
    given.refuse();
    return figures.sla(by, range, viewer(reader));
  }

  private Object definition(Map<String, String> asked, Person reader) {
    DefinitionRequest request =
        DefinitionRequest.read(asked.get("at"), null, clock.instant(), zone);
    return definitions.at(request.at(), null);
  }

  private ReportParameters parameters(Map<String, String> asked) {
    ReportParameters given = new ReportParameters(zone);
    asked.forEach(given::with);
    return given;
  }

  private static FigureViewer viewer(Person reader) {
    return new FigureViewer(reader.id(), reader.role().may(Right.READ_ALL));
  }
}
