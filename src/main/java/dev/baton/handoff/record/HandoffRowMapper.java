package dev.baton.handoff.record;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mapper of rows of the table {@code handoff}, both ways. */
final class HandoffRowMapper {
  static final String IMPLICIT = "implicit";
  static final String NURTURE = "nurture";

  private HandoffRowMapper() {}

  static Handoff read(ResultSet rs, int row) throws SQLException {
    return new Handoff(
        rs.getString("id"),
        rs.getString("lead_id"),
        rs.getInt("cycle"),
        HandoffState.valueOf(rs.getString("state")),
        Sql.instant(rs, "since"),
        new HandoffOrigin(
            rs.getString("channel"),
            rs.getBoolean("hand_raise"),
            rs.getString("source"),
            rs.getString("campaign")),
        new Ownership(rs.getString("owner"), rs.getString("team")),
        new HandoffDimensions(
            rs.getString("segment"),
            rs.getString("territory"),
            rs.getString("band"),
            rs.getString("model"),
            rs.getString("models_hash"),
            Sql.instant(rs, "mql_at"),
            policy(rs)),
        new HandoffClosing(
            rs.getString("result"), rs.getString("reason"), Sql.instantOrNull(rs, "closed_at")));
  }

  /** Of a handoff that is opened. */
  static Map<String, @Nullable Object> values(Handoff handoff) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", handoff.id());
    values.put("leadId", handoff.leadId());
    values.put("cycle", handoff.cycle());
    values.put("channel", handoff.origin().channel());
    values.put("handRaise", handoff.origin().handRaise());
    values.put("state", handoff.state().name());
    values.put("since", Sql.timestamp(handoff.since()));
    values.put("source", handoff.origin().source());
    values.put("campaign", handoff.origin().campaign());
    values.put("segment", handoff.frozen().segment());
    values.put("territory", handoff.frozen().territory());
    values.put("band", handoff.frozen().band());
    values.put("model", handoff.frozen().model());
    values.put("modelsHash", handoff.frozen().modelsHash());
    values.put("mqlAt", Sql.timestamp(handoff.frozen().mqlAt()));
    values.put("policy", handoff.policy().judge().name());
    values.put("acceptance", handoff.policy().implicit() ? IMPLICIT : "explicit");
    values.put("onMql", handoff.policy().nurture() ? NURTURE : "now");
    return values;
  }

  private static HandoffPolicy policy(ResultSet rs) throws SQLException {
    return new HandoffPolicy(
        Judge.valueOf(rs.getString("policy")),
        IMPLICIT.equals(rs.getString("acceptance")),
        NURTURE.equals(rs.getString("on_mql")));
  }
}
