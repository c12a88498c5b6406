package dev.baton.lead;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the dated profile values of leads: an append-only log. */
@Component
public class ProfileValues {
  private static final Duration CONFIRMED = Duration.ofDays(1);

  private final JdbcClient db;

  ProfileValues(JdbcClient db) {
    this.db = db;
  }

  /** By lead id, in the order in which they were learned. */
  Map<String, List<ProfileValue>> of(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql("select * from profile_value where lead_id in (:leadIds) order by id")
                    .param("leadIds", some)
                    .query((rs, row) -> Map.entry(rs.getString("lead_id"), read(rs)))
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<ProfileValue> of(String leadId) {
    return of(List.of(leadId)).getOrDefault(leadId, List.of());
  }

  /** Appends what isn't known yet, and once a day that it is still so. */
  void learn(String leadId, Map<String, String> values, Instant occurredAt, Instant at) {
    if (values.isEmpty()) {
      return;
    }
    List<ProfileValue> log = of(leadId);
    values.forEach(
        (field, content) -> {
          ProfileValue value = new ProfileValue(field, content, occurredAt, at);
          if (tellsMore(value, log)) {
            append(leadId, value);
          }
        });
  }

  /** Without confirmations a late, older value would win over one that was told again since. */
  private static boolean tellsMore(ProfileValue value, List<ProfileValue> log) {
    return log.stream()
        .filter(known -> known.field().equals(value.field()))
        .max(Comparator.comparing(ProfileValue::occurredAt).thenComparing(ProfileValue::recordedAt))
        .filter(latest -> latest.content().equals(value.content()))
        .filter(latest -> !value.occurredAt().isAfter(latest.occurredAt().plus(CONFIRMED)))
        .isEmpty();
  }

  void append(String leadId, ProfileValue value) {
    db.sql(
            """
            insert into profile_value (lead_id, field, content, occurred_at, recorded_at)
            values (:leadId, :field, :content, :occurredAt, :recordedAt)
            """)
        .param("leadId", leadId)
        .param("field", value.field())
        .param("content", value.content())
        .param("occurredAt", Sql.timestamp(value.occurredAt()))
        .param("recordedAt", Sql.timestamp(value.recordedAt()))
        .update();
  }

  /** What was known of one record is known of the other from now on. */
  void move(String from, String to, Instant at) {
    db.sql("update profile_value set lead_id = :to, recorded_at = :at where lead_id = :from")
        .param("to", to)
        .param("at", Sql.timestamp(at))
        .param("from", from)
        .update();
  }

  private static ProfileValue read(ResultSet rs) throws SQLException {
    return new ProfileValue(
        rs.getString("field"),
        rs.getString("content"),
        Sql.instant(rs, "occurred_at"),
        Sql.instant(rs, "recorded_at"));
  }
}
