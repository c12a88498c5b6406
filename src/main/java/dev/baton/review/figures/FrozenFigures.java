package dev.baton.review.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the figures that reviews looked at, as they were when each was opened. */
@Component
public class FrozenFigures {
  private final JdbcClient db;
  private final ObjectMapper json;

  FrozenFigures(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  void freeze(String reviewId, ReviewFigures figures) {
    db.sql("update handoff_review set figures = :figures where id = :id")
        .param("figures", JsonColumn.write(json, figures))
        .param("id", reviewId)
        .update();
  }

  /** Empty before a review is opened. */
  public Optional<ReviewFigures> of(String reviewId) {
    return db
        .sql("select figures from handoff_review where id = :id and figures is not null")
        .param("id", reviewId)
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .map(text -> JsonColumn.read(json, text, ReviewFigures.class));
  }
}
