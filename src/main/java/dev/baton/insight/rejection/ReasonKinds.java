package dev.baton.insight.rejection;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a reason speaks of the lead that marketing sent ({@code quality}) or of how sales worked
 * it ({@code execution}); rows of a table, so that a company can see it differently.
 */
@Component
public class ReasonKinds {
  private final JdbcClient db;

  ReasonKinds(JdbcClient db) {
    this.db = db;
  }

  public Map<String, String> byReason() {
    Map<String, String> kinds = new HashMap<>();
    db.sql("select reason, kind from reason_kind")
        .query(
            rs -> {
              kinds.put(rs.getString("reason"), rs.getString("kind"));
            });
    return kinds;
  }
}
