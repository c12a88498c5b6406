package dev.baton.access.openid;

import dev.baton.sql.Sql;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of who is whom at a provider, in the table {@code provider_login}: only issuer and
 * subject never go to somebody else, as names and addresses do.
 */
@Component
class ProviderLogins {
  private final JdbcClient db;
  private final Clock clock;

  ProviderLogins(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  Optional<String> personOf(String issuer, String subject) {
    return db.sql(
            "select person_id from provider_login where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  boolean isJoined(String person) {
    return db.sql("select count(*) as joined from provider_login where person_id = :person")
            .param("person", person)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** From here on this subject logs in as this person, and no other does. */
  void join(String issuer, String subject, String person) {
    db.sql(
            """
            delete from provider_login
            where person_id = :person or issuer = :issuer and subject = :subject""")
        .param("person", person)
        .param("issuer", issuer)
        .param("subject", subject)
        .update();
    db.sql(
            """
            insert into provider_login (issuer, subject, person_id, joined_at)
            values (:issuer, :subject, :person, :at)
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .param("person", person)
        .param("at", Sql.timestamp(clock.instant()))
        .update();
  }
}
