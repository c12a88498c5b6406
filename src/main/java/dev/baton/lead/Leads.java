package dev.baton.lead;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leads. */
@Component
public class Leads {
  private final JdbcClient db;

  Leads(JdbcClient db) {
    this.db = db;
  }

  public Optional<Lead> find(String id) {
    return db.sql("select * from lead where id = :id")
        .param("id", id)
        .query(
            (rs, row) ->
                new Lead(
                    id,
                    rs.getString("email"),
                    rs.getString("external_id"),
                    rs.getBoolean("identified"),
                    rs.getString("account_id"),
                    rs.getString("source"),
                    rs.getString("campaign"),
                    Optional.ofNullable(rs.getString("channel")).map(Channel::valueOf).orElse(null),
                    rs.getTimestamp("created_at").toInstant()))
        .optional();
  }
}
