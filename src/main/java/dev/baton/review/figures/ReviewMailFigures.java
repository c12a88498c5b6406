package dev.baton.review.figures;

import dev.baton.alert.message.MailEnclosure;
import dev.baton.alert.message.MailFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The figures of a review as a mail shows them: as they were frozen, drawn when it is sent. */
@Component
class ReviewMailFigures implements MailFigures {
  private final FrozenFigures figures;

  ReviewMailFigures(FrozenFigures figures) {
    this.figures = figures;
  }

  @Override
  public List<MailEnclosure> of(String reviewId) {
    return figures.of(reviewId).stream()
        .flatMap(frozen -> frozen.tables().stream())
        .map(ReviewMailFigures::enclosure)
        .toList();
  }

  private static MailEnclosure enclosure(FigureTable table) {
    List<String> columns = new ArrayList<>(List.of(""));
    table.columns().forEach(column -> columns.add(column.label()));
    return new MailEnclosure(
        table.code(),
        table.title(),
        table.about(),
        table.says(),
        columns,
        table.lines().stream().map(line -> cells(table, line)).toList(),
        table.alt(),
        ReviewCharts.draw(table).orElse(null));
  }

  private static List<String> cells(FigureTable table, FigureTable.Line line) {
    List<String> cells = new ArrayList<>(List.of(line.label()));
    IntStream.range(0, line.values().size())
        .mapToObj(i -> table.columns().get(i).text(line.values().get(i)))
        .forEach(cells::add);
    return cells;
  }
}
