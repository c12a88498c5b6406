package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row behind a figure of the SLA: a deadline with its verdict as of now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlaEntryRow(
    String handoffId,
    String leadId,
    @Nullable String email,
    String clock,
    @Nullable String owner,
    @Nullable String team,
    @JsonUnwrapped DeadlineInstants instants,
    String verdict) {

  /** When it began, was due and stopped. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeadlineInstants(
      Instant startedAt,
      Instant dueAt,
      @Nullable Instant metAt,
      @Nullable Instant missedAt,
      @Nullable Instant endedAt,
      @Nullable Instant voidedAt) {}

  static SlaEntryRow of(ResultSet row, int number) throws SQLException {
    return new SlaEntryRow(
        row.getString("handoff_id"),
        row.getString("lead_id"),
        row.getString("email"),
        row.getString("clock"),
        row.getString("owner"),
        row.getString("team"),
        new DeadlineInstants(
            Sql.instant(row, "started_at"),
            Sql.instant(row, "due_at"),
            Sql.instantOrNull(row, "met_at"),
            Sql.instantOrNull(row, "missed_at"),
            Sql.instantOrNull(row, "ended_at"),
            Sql.instantOrNull(row, "voided_at")),
        row.getString("verdict"));
  }
}
