package dev.baton.review;

import dev.baton.alert.message.MailFigures;
import dev.baton.review.ReviewFigures.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The figures of a review as a mail shows them: as they were frozen, drawn when it is sent. */
@Component
class ReviewMailFigures implements MailFigures {
  private final HandoffReviews reviews;

  ReviewMailFigures(HandoffReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public List<Enclosure> of(String reviewId) {
    return reviews.figures(reviewId).stream()
        .flatMap(figures -> figures.sheets().stream())
        .map(ReviewMailFigures::enclosure)
        .toList();
  }

  private static Enclosure enclosure(Sheet sheet) {
    List<String> columns = new ArrayList<>(List.of(""));
    sheet.columns().forEach(column -> columns.add(column.label()));
    return new Enclosure(
        sheet.code(),
        sheet.title(),
        sheet.about(),
        sheet.says(),
        columns,
        sheet.lines().stream().map(line -> cells(sheet, line)).toList(),
        sheet.alt(),
        ReviewCharts.draw(sheet).orElse(null));
  }

  private static List<String> cells(Sheet sheet, ReviewFigures.Line line) {
    List<String> cells = new ArrayList<>(List.of(line.label()));
    IntStream.range(0, line.values().size())
        .mapToObj(i -> sheet.columns().get(i).text(line.values().get(i)))
        .forEach(cells::add);
    return cells;
  }
}
