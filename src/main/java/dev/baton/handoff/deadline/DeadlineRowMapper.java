package dev.baton.handoff.deadline;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Mapper of rows of the table {@code deadline}. */
final class DeadlineRowMapper {
  private DeadlineRowMapper() {}

  static Deadline read(ResultSet rs, int row) throws SQLException {
    return new Deadline(
        rs.getLong("id"),
        rs.getString("handoff_id"),
        rs.getString("clock"),
        rs.getInt("round"),
        rs.getString("owner"),
        new DeadlineStart(
            Sql.instant(rs, "started_at"),
            Sql.instant(rs, "recorded_at"),
            Sql.instantOrNull(rs, "assigned_at")),
        new SlaTargets(
            Sql.instantOrNull(rs, "warn_at"),
            Sql.instant(rs, "due_at"),
            rs.getString("calendar"),
            Sql.instant(rs, "counted_from"),
            rs.getBoolean("hand_raise")),
        new DeadlineVerdict(
            Sql.instantOrNull(rs, "met_at"),
            Sql.instantOrNull(rs, "missed_at"),
            Sql.instantOrNull(rs, "ended_at"),
            Sql.instantOrNull(rs, "voided_at"),
            Sql.instantOrNull(rs, "reassigned_at")));
  }
}
