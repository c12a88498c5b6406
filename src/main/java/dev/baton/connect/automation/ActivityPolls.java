package dev.baton.connect.automation;

import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of how far sources have got that ask another system themselves. */
@Component
class ActivityPolls {
  private final JdbcClient db;

  ActivityPolls(JdbcClient db) {
    this.db = db;
  }

  /**
   * How far one has got.
   *
   * @param page where the last page ended; null before the first one
   * @param heardTo until when nothing is missed
   */
  record Poll(String source, @Nullable String page, Instant heardTo) {}

  /** Takes the turn to ask; empty where somebody has asked since an instant. */
  Optional<Poll> take(String source, Instant now, Instant askedBefore) {
    boolean isFirst =
        new RowInsert("source_poll", "source", "heard_to", "asked_at")
                .row(source, Sql.timestamp(now), Sql.timestamp(now))
                .run(db)
            == 1;
    boolean isOurs =
        isFirst
            || db.sql(
                        """
                        update source_poll set asked_at = :now
                        where source = :source and asked_at <= :before
                        """)
                    .param("now", Sql.timestamp(now))
                    .param("source", source)
                    .param("before", Sql.timestamp(askedBefore))
                    .update()
                == 1;
    return isOurs
        ? db.sql("select source, page, heard_to from source_poll where source = :source")
            .param("source", source)
            .query(RecordRows.of(Poll.class))
            .optional()
        : Optional.empty();
  }

  /** A page was taken; within the transaction that keeps what is on it. */
  Poll move(Poll from, String next, Instant heardTo) {
    int moved =
        db.sql(
                """
                update source_poll set page = :next, heard_to = :heardTo
                where source = :source and coalesce(page, '') = :page
                """)
            .param("next", next)
            .param("heardTo", Sql.timestamp(heardTo))
            .param("source", from.source())
            .param("page", Objects.requireNonNullElse(from.page(), ""))
            .update();
    if (moved == 0) {
      throw new ConcurrencyFailureException("Somebody else has taken this page");
    }
    return new Poll(from.source(), next, heardTo);
  }
}
