package dev.baton.lead.account;

import dev.baton.input.DomainNames;
import dev.baton.lead.CompanyName;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as people name them: by id, by domain, or by a name that only one of them has. */
@Component
public class NamedAccounts {
  private final JdbcClient db;

  NamedAccounts(JdbcClient db) {
    this.db = db;
  }

  /** The id of the one that is meant; empty where there is none, or more than one. */
  public Optional<String> find(String said) {
    return only("select id from account where id = :said", said)
        .or(() -> only("select id from account where domain = :said", said.strip()))
        .or(() -> only("select id from account where domain = :said", domain(said)))
        .or(() -> named(CompanyName.of(said)));
  }

  private Optional<String> named(CompanyName name) {
    List<String> found =
        db.sql("select id from account where name_start = :start and name_key = :key")
            .param("start", name.start())
            .param("key", name.key())
            .query(String.class)
            .list();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Optional<String> only(String query, String said) {
    List<String> found = db.sql(query).param("said", said).query(String.class).list();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String domain(String said) {
    return DomainNames.registrable(said).orElse(said);
  }
}
