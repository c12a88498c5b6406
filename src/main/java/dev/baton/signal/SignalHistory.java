package dev.baton.signal;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signals as they were recorded, for who looks at the past. */
@Component
public class SignalHistory {
  private final JdbcClient db;

  SignalHistory(JdbcClient db) {
    this.db = db;
  }

  /** All signals of leads in the order of recording, by the lead that they belong to now. */
  public Map<String, List<RecordedSignal>> of(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql("select * from signal where lead_id in (:leadIds) order by id")
                    .param("leadIds", some)
                    .query(SignalHistory::read)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(recorded -> recorded.signal().leadId()));
  }

  private static RecordedSignal read(ResultSet rs, int row) throws SQLException {
    Signal signal = Signals.read(rs, row);
    String recordedFor = rs.getString("recorded_for");
    Instant judgedAt = Sql.instantOrNull(rs, "judged_at");
    Instant firstKnownAt = Sql.instantOrNull(rs, "first_known_at");
    return new RecordedSignal(
        rs.getLong("id"),
        judgedAt == null ? signal.recordedAt() : judgedAt,
        recordedFor == null ? signal.leadId() : recordedFor,
        firstKnownAt == null ? signal.knownAt() : firstKnownAt,
        signal);
  }
}
