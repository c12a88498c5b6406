package dev.baton.access.invitation;

import dev.baton.input.SecretToken;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository of invitations that wait, one a person, in {@code invitation}. Of the link only the
 * hash is kept; it opens once, and until {@link #LIFE} is over.
 */
@Component
class StaffInvitations {
  static final Duration LIFE = Duration.ofDays(7);

  private final JdbcClient db;
  private final Clock clock;

  StaffInvitations(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** A fresh link's token; one from before opens nothing any more. */
  @Transactional
  public SecretToken make(Person person, String by) {
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    remove(person.id());
    db.sql(
            """
            insert into invitation (person, hash, email, invited_by, invited_at, expires_at)
            values (:person, :hash, :email, :by, :now, :expires)
            """)
        .param("person", person.id())
        .param("hash", token.hash())
        .param("email", person.email())
        .param("by", by)
        .param("now", Sql.timestamp(now))
        .param("expires", Sql.timestamp(now.plus(LIFE)))
        .update();
    return token;
  }

  /** Who works here needs none; made inactive later, they don't come back by one. */
  @EventListener
  void on(StaffDirectory.PersonSaved saved) {
    db.sql(
            """
            delete from invitation where person = :person
              and exists (select 1 from person where id = :person and active = true)
            """)
        .param("person", saved.personId())
        .update();
  }

  /** All that wait, those that are over too, the newest first. */
  List<StaffInvitation> all() {
    return db.sql("select * from invitation order by invited_at desc, person")
        .query(StaffInvitations::read)
        .list();
  }

  /** Whose link this is; empty when there is none, or it is over. */
  Optional<StaffInvitation> find(String token) {
    return SecretToken.read(token).flatMap(this::find);
  }

  private Optional<StaffInvitation> find(SecretToken token) {
    return db.sql("select * from invitation where hash = :hash and expires_at > :now")
        .param("hash", token.hash())
        .param("now", Sql.timestamp(clock.instant()))
        .query(StaffInvitations::read)
        .optional();
  }

  /** False when there was none: of two who use a link at once, one hears that. */
  boolean remove(String person) {
    return db.sql("delete from invitation where person = :person").param("person", person).update()
        == 1;
  }

  private static StaffInvitation read(ResultSet row, int number) throws SQLException {
    return new StaffInvitation(
        row.getString("person"),
        row.getString("email"),
        row.getString("invited_by"),
        Sql.instant(row, "invited_at"),
        Sql.instant(row, "expires_at"));
  }
}
