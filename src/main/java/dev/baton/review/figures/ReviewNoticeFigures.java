package dev.baton.review.figures;

import dev.baton.insight.notice.NoticeUsefulness;
import dev.baton.insight.notice.NoticeUsefulnessRow;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The messages of a review: those of which most are not acted on (rule R28). */
@Component
class ReviewNoticeFigures implements ReviewFigureTables {
  private final NoticeUsefulness usefulness;

  ReviewNoticeFigures(NoticeUsefulness usefulness) {
    this.usefulness = usefulness;
  }

  @Override
  public Map<String, Function<InstantRange, FigureTable>> tables() {
    return Map.of("alerts", this::alerts);
  }

  private FigureTable alerts(InstantRange range) {
    List<NoticeUsefulnessRow> rows = usefulness.in(range);
    List<NoticeUsefulnessRow> low = rows.stream().filter(NoticeUsefulnessRow::isLow).toList();
    return new FigureTable(
        "alerts",
        "Messages that few act on",
        "Kinds of messages of which less than half were followed by an act in time, of %d or more."
            .formatted(NoticeUsefulnessRow.ENOUGH),
        low.isEmpty() ? List.of(nothing(rows)) : List.of(),
        List.of(new Column("Told", Unit.COUNT, false), new Column("Acted on", Unit.SHARE, true)),
        low.stream()
            .map(
                row ->
                    Line.of(ReviewFigureTables.label(row.kind().word()), row.judged(), row.share()))
            .toList());
  }

  private static String nothing(List<NoticeUsefulnessRow> rows) {
    return rows.stream().anyMatch(NoticeUsefulnessRow::isEnough)
        ? "Half or more of each kind were acted on."
        : "Too few to say of any kind.";
  }
}
