package dev.baton.handoff.record;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Mapper of rows of the table {@code handoff}. */
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

  private static HandoffPolicy policy(ResultSet rs) throws SQLException {
    return new HandoffPolicy(
        Judge.valueOf(rs.getString("policy")),
        IMPLICIT.equals(rs.getString("acceptance")),
        NURTURE.equals(rs.getString("on_mql")));
  }
}
