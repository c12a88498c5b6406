package dev.baton.review.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        .param("figures", write(figures))
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
        .map(this::read);
  }

  private String write(ReviewFigures figures) {
    try {
      return json.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Figures are numbers and words, always writable", e);
    }
  }

  private ReviewFigures read(String text) {
    try {
      return json.readValue(text, ReviewFigures.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The figures of a review can't be read", e);
    }
  }
}
