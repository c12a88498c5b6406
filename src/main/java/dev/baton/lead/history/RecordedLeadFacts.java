package dev.baton.lead.history;

import dev.baton.lead.ProfileValue;
import dev.baton.lead.ProfileValues;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was known of leads as it was recorded, for who looks at the past. */
@Component
public class RecordedLeadFacts {
  private final JdbcClient db;

  RecordedLeadFacts(JdbcClient db) {
    this.db = db;
  }

  /** A record that became part of another one. */
  public record Joining(String leadId, String into, Instant at) {}

  /** A time in which a lead was left alone; {@code until} is null while it is. */
  public record SuppressedTime(Instant from, @Nullable Instant until) {}

  /** Profile values in the order of recording, by the lead that they belong to now. */
  public Map<String, List<RecordedProfileValue>> profiles(Collection<String> leadIds) {
    return byLead(
        Sql.byIds(
            leadIds,
            some ->
                db.sql("select * from profile_value where lead_id in (:leadIds) order by id")
                    .param("leadIds", some)
                    .query((rs, row) -> Map.entry(rs.getString("lead_id"), value(rs)))
                    .list()));
  }

  /** Which records have become part of a lead, directly or by way of another, by its id. */
  public Map<String, List<Joining>> joinings(Collection<String> leadIds) {
    return byLead(
        Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        """
                        select id, merged_into, joined_into, joined_at from lead
                        where merged_into in (:leadIds) and joined_at is not null
                        """)
                    .param("leadIds", some)
                    .query((rs, row) -> Map.entry(rs.getString("merged_into"), joining(rs)))
                    .list()));
  }

  /** When leads, and the records that are part of them, were suppressed, by the record's id. */
  public Map<String, List<SuppressedTime>> suppressions(Collection<String> leadIds) {
    return byLead(
        Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        """
                        select s.lead_id, s.recorded_at, s.lifted_at from suppression s
                        join lead l on l.id = s.lead_id
                        where coalesce(l.merged_into, l.id) in (:leadIds)
                        """)
                    .param("leadIds", some)
                    .query((rs, row) -> Map.entry(rs.getString("lead_id"), suppressed(rs)))
                    .list()));
  }

  private static <T> Map<String, List<T>> byLead(List<Map.Entry<String, T>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static RecordedProfileValue value(ResultSet rs) throws SQLException {
    ProfileValue now = ProfileValues.read(rs);
    String recordedFor = rs.getString("recorded_for");
    Instant first = Sql.instantOrNull(rs, "first_recorded_at");
    return new RecordedProfileValue(
        recordedFor == null ? rs.getString("lead_id") : recordedFor,
        rs.getString("signal_id"),
        first == null
            ? now
            : new ProfileValue(now.field(), now.content(), now.occurredAt(), first));
  }

  private static Joining joining(ResultSet rs) throws SQLException {
    return new Joining(
        rs.getString("id"), rs.getString("joined_into"), Sql.instant(rs, "joined_at"));
  }

  private static SuppressedTime suppressed(ResultSet rs) throws SQLException {
    return new SuppressedTime(Sql.instant(rs, "recorded_at"), Sql.instantOrNull(rs, "lifted_at"));
  }
}
