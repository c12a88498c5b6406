package dev.baton.signal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue of signal types; other types are kept, told and score nothing. */
@Component
public class SignalTypes {
  private final JdbcClient db;

  SignalTypes(JdbcClient db) {
    this.db = db;
  }

  public Set<String> known() {
    return new LinkedHashSet<>(
        db.sql("select type from signal_type order by type").query(String.class).list());
  }

  /** What it means in words, such as "Requested a demo". */
  public Optional<String> label(String type) {
    return db.sql("select label from signal_type where type = :type")
        .param("type", type)
        .query(String.class)
        .optional();
  }
}
