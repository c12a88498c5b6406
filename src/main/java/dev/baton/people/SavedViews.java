package dev.baton.people;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repository of the views that people keep of the list of leads, in {@code saved_view}. */
@Component
public class SavedViews {
  public static final int LONGEST_NAME = 60;

  /** As JSON, in characters. */
  public static final int LONGEST_QUERY = 4000;

  private final JdbcClient db;
  private final Clock clock;

  SavedViews(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A view.
   *
   * @param query what is looked for, as JSON
   */
  public record SavedView(long id, String name, String query) {}

  /** A person's own, by name. */
  public List<SavedView> of(String person) {
    return db.sql(
            "select id, name, query from saved_view where person = :person order by lower(name), id")
        .param("person", person)
        .query(RecordRows.of(SavedView.class))
        .list();
  }

  /** One of the same name is replaced. */
  @Transactional
  public void save(String person, String name, String query) {
    int replaced =
        db.sql(
                """
                update saved_view set query = :query, saved_at = :at
                where person = :person and name = :name
                """)
            .param("query", query)
            .param("at", Sql.timestamp(clock.instant()))
            .param("person", person)
            .param("name", name)
            .update();
    if (replaced == 0) {
      db.sql(
              """
              insert into saved_view (person, name, query, saved_at)
              values (:person, :name, :query, :at)
              on conflict do nothing
              """)
          .param("person", person)
          .param("name", name)
          .param("query", query)
          .param("at", Sql.timestamp(clock.instant()))
          .update();
    }
  }

  /** False when this person has none of this id. */
  public boolean remove(String person, long id) {
    return db.sql("delete from saved_view where person = :person and id = :id")
            .param("person", person)
            .param("id", id)
            .update()
        == 1;
  }
}
