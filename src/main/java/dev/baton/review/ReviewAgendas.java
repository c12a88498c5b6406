package dev.baton.review;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of the agendas of reviews and what was said to each point, in {@code review_point}.
 */
@Component
class ReviewAgendas {
  private final JdbcClient db;

  ReviewAgendas(JdbcClient db) {
    this.db = db;
  }

  void add(String reviewId, List<AgendaItem> agenda) {
    for (int place = 0; place < agenda.size(); place++) {
      AgendaItem point = agenda.get(place);
      db.sql(
              """
              insert into review_point (review_id, place, point, question, figures)
              values (:id, :place, :point, :question, :figures)
              """)
          .param("id", reviewId)
          .param("place", place)
          .param("point", point.point())
          .param("question", point.question())
          .param("figures", String.join(",", point.figures()))
          .update();
    }
  }

  /** What was said, by point. */
  void note(String reviewId, Map<String, String> notes) {
    notes.forEach(
        (point, note) ->
            db.sql("update review_point set notes = :note where review_id = :id and point = :point")
                .param("note", note)
                .param("id", reviewId)
                .param("point", point)
                .update());
  }

  /** What a review asks, in its order. */
  List<AgendaItem> of(String reviewId) {
    return db.sql("select * from review_point where review_id = :id order by place")
        .param("id", reviewId)
        .query(
            (rs, row) ->
                new AgendaItem(
                    rs.getString("point"),
                    rs.getString("question"),
                    AgendaItem.list(rs.getString("figures")),
                    rs.getString("notes")))
        .list();
  }
}
