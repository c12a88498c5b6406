package dev.baton.handoff.record;

import dev.baton.sql.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has looked at which handoff of theirs, and when first. */
@Component
public class OpenedHandoffs {
  private final JdbcClient db;

  OpenedHandoffs(JdbcClient db) {
    this.db = db;
  }

  /** Its owner looks at it; anybody else's look is no news. */
  public void opened(Handoff handoff, String person, Instant at) {
    if (handoff.isClosed() || !person.equals(handoff.owner())) {
      return;
    }
    db.sql(
            """
            insert into opened_handoff (handoff_id, person, first_at)
            values (:handoff, :person, :at) on conflict do nothing
            """)
        .param("handoff", handoff.id())
        .param("person", person)
        .param("at", Sql.timestamp(at))
        .update();
  }
}
