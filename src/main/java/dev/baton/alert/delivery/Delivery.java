package dev.baton.alert.delivery;

import dev.baton.alert.message.NoticeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * One notice on its way over one channel, claimed by a worker.
 *
 * @param attempts counts this one
 * @param key the notice's key and the channel
 * @param daily goes out in the digest of its day
 */
public record Delivery(
    long id,
    int attempts,
    String key,
    NoticeKind kind,
    @Nullable String recipient,
    @Nullable String insteadOf,
    Content content,
    boolean urgent,
    boolean daily)
    implements LeasedRow {

  static final String COLUMNS =
      "id, notice_key, kind, recipient, instead_of, subject, briefing, mail_id, urgent, daily";

  static final RowMapper<Delivery> ROWS =
      (row, number) ->
          new Delivery(
              row.getLong("id"),
              row.getInt("attempts"),
              row.getString("notice_key"),
              NoticeKind.of(row.getString("kind")),
              row.getString("recipient"),
              row.getString("instead_of"),
              Content.read(row),
              row.getBoolean("urgent"),
              row.getBoolean("daily"));

  /**
   * What it says.
   *
   * @param briefing still as JSON: a row that can't be read is that row's failure, not the
   *     channel's
   * @param mailId of a mail to a lead, which is written when it is sent
   */
  public record Content(String subject, String briefing, @Nullable String mailId) {
    static Content read(ResultSet row) throws SQLException {
      return new Content(
          row.getString("subject"), row.getString("briefing"), row.getString("mail_id"));
    }
  }

  String subject() {
    return content.subject();
  }

  String briefing() {
    return content.briefing();
  }

  @Override
  public Object leased() {
    return id;
  }
}
