package dev.baton.know.forecast;

import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ways of all handoffs since an instant; reads only. */
@Component
class HandoffPaths {
  private static final Set<String> ENDS = Set.of("LOST", "REJECTED");

  private final JdbcClient db;

  HandoffPaths(JdbcClient db) {
    this.db = db;
  }

  /** What is read of one handoff, row by row. */
  private static final class Draft {
    private final Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    private @Nullable Instant ended;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;

    void add(ResultSet row) throws SQLException {
      String stage = row.getString("stage");
      Instant at = Sql.instant(row, "entered_at");
      if (ENDS.contains(stage)) {
        ended = at;
        return;
      }
      reached.put(Stage.valueOf(stage), at);
      if (stage.equals(Stage.CUSTOMER.name())) {
        amount = row.getBigDecimal("amount");
        currency = row.getString("currency");
      } else if (ended == null) {
        // merged and erased ones end without an entry; customers end too, which changes nothing
        ended = Sql.instantOrNull(row, "closed_at");
      }
    }

    HandoffPath path() {
      return new HandoffPath(
          reached, reached.containsKey(Stage.CUSTOMER) ? null : ended, amount, currency);
    }
  }

  List<HandoffPath> since(Instant mqlSince) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    db.sql(
            """
            select e.unit_id, e.stage, e.entered_at, e.amount, e.currency, h.closed_at
            from funnel_entry e left join handoff h on h.id = e.unit_id
            where e.stage <> 'LEAD' and e.cohort_at >= :since
            order by e.cohort_at, e.unit_id
            """)
        .param("since", Sql.timestamp(mqlSince))
        .query(
            row -> {
              drafts.computeIfAbsent(row.getString("unit_id"), none -> new Draft()).add(row);
            });
    List<HandoffPath> paths = new ArrayList<>();
    drafts.values().stream()
        .filter(draft -> draft.reached.containsKey(Stage.MQL))
        .forEach(draft -> paths.add(draft.path()));
    return paths;
  }
}
