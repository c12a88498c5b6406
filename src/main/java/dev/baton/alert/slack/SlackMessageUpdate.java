package dev.baton.alert.slack;

import dev.baton.alert.delivery.LeasedRow;
import dev.baton.sql.Sql;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Update of a message: it is to be written anew.
 *
 * @param attempts counts this one
 */
record SlackMessageUpdate(
    String noticeKey,
    String handoffId,
    String recipient,
    SlackPlace place,
    Outcome outcome,
    int attempts)
    implements LeasedRow {
  static final String COLUMNS =
      "notice_key, handoff_id, recipient, channel, ts, note, outcome, outcome_at, next_step";

  static final RowMapper<SlackMessageUpdate> ROWS =
      (row, number) ->
          new SlackMessageUpdate(
              row.getString("notice_key"),
              row.getString("handoff_id"),
              row.getString("recipient"),
              new SlackPlace(row.getString("channel"), row.getString("ts"), row.getString("note")),
              new Outcome(
                  row.getString("outcome"),
                  Sql.instant(row, "outcome_at"),
                  row.getString("next_step")),
              row.getInt("attempts"));

  /** What it says now: who answered what, when, and what is asked next. */
  record Outcome(String said, Instant at, @Nullable String nextStep) {}

  @Override
  public Object leased() {
    return noticeKey;
  }
}
