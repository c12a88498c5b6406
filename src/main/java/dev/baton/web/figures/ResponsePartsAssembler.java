package dev.baton.web.figures;

import dev.baton.insight.sla.ResponseTimeParts;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.PageTexts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembler of where the time of answered clocks went, for the SLA page. */
@Component
class ResponsePartsAssembler {
  /** More bars than that are no picture; the table has them all. */
  private static final int MOST_BARS = 12;

  private final ResponseTimes times;
  private final Labels words;
  private final FigureLabels keys;
  private final ChartWriter writer;

  ResponsePartsAssembler(ResponseTimes times, Labels words, FigureLabels keys, ChartWriter writer) {
    this.times = times;
    this.words = words;
    this.keys = keys;
    this.writer = writer;
  }

  SlaPage.ResponseParts of(SlaQuery query, DisplayNames names) {
    SlaDimension by = query.by().hasParts() ? query.by() : SlaDimension.CLOCK;
    List<ResponseTimeParts> rows = times.parts(by, query.span().range());
    return new SlaPage.ResponseParts(by, rows, writer.of(chart(rows, by, names)));
  }

  private Chart chart(List<ResponseTimeParts> parts, SlaDimension by, DisplayNames names) {
    List<ResponseTimeParts> drawn = parts.stream().limit(MOST_BARS).toList();
    return new Chart(
        "across",
        "h",
        drawn.stream()
            .map(
                part ->
                    by == SlaDimension.CLOCK
                        ? words.clock(part.clock())
                        : keys.key(by, part.key(), names) + ", " + words.clock(part.clock()))
            .toList(),
        List.of(
            series("system", "c1", drawn, ResponseTimeParts::system),
            series("queue", "c4", drawn, ResponseTimeParts::queue),
            series("business", "c2", drawn, ResponseTimeParts::business),
            series("paused", "c3", drawn, ResponseTimeParts::paused),
            series("after", "c6", drawn, ResponseTimeParts::afterHours)),
        List.of());
  }

  private static Chart.Series series(
      String part,
      String colour,
      List<ResponseTimeParts> parts,
      Function<ResponseTimeParts, @Nullable Double> hours) {
    return new Chart.Series(
        PageTexts.ofRequest().say("figures.sla.parts." + part),
        colour,
        parts.stream().map(of -> Optional.ofNullable(hours.apply(of)).orElse(0.0)).toList());
  }
}
