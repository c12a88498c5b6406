package dev.baton.lead;

import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the dated profile values of leads: an append-only log. */
@Component
public class ProfileValues {
  private static final Duration CONFIRMED = Duration.ofDays(1);

  private final JdbcClient db;
  private final LeadReads<List<ProfileValue>> logs = LeadReads.ofEarlier(this::ofBatch);
  private final TransactionRows<Log> locked = new TransactionRows<>(Log.class);

  ProfileValues(JdbcClient db) {
    this.db = db;
  }

  /** Of a lead whose row the transaction has locked, so that nobody else adds to it. */
  private record Log(Optional<List<ProfileValue>> values) {}

  /** The lead's row is locked: its log is read once until the transaction ends. */
  void lock(String leadId) {
    locked.keep(leadId, new Log(Optional.empty()));
  }

  private void changed(String leadId) {
    locked.change(leadId, log -> new Log(Optional.empty()));
  }

  private Map<String, List<ProfileValue>> ofBatch(LeadBatch batch) {
    List<String> ids = batch.leadIds();
    return ids.size() == 1 ? Map.of(ids.get(0), of(ids.get(0))) : of(ids);
  }

  /** By lead id, in the order in which they were learned. */
  Map<String, List<ProfileValue>> of(Collection<String> leadIds) {
    return Sql.listsByIds(
        leadIds,
        some ->
            db.sql("select * from profile_value where lead_id in (:leadIds) order by id")
                .param("leadIds", some)
                .query((rs, row) -> Map.entry(rs.getString("lead_id"), read(rs)))
                .list());
  }

  List<ProfileValue> of(String leadId) {
    return locked.kept(leadId).flatMap(Log::values).orElseGet(() -> read(leadId));
  }

  private List<ProfileValue> read(String leadId) {
    List<ProfileValue> values = of(List.of(leadId)).getOrDefault(leadId, List.of());
    locked.change(leadId, log -> new Log(Optional.of(values)));
    return values;
  }

  /** The log of a lead of a batch, with what was added to it by {@link #know}. */
  List<ProfileValue> of(LeadBatch batch, String leadId) {
    return logs.of(batch, leadId).orElse(List.of());
  }

  /** These values of a lead are known from here on. */
  void know(LeadBatch batch, String leadId, List<ProfileValue> values) {
    if (!values.isEmpty()) {
      logs.know(batch, leadId, Stream.concat(of(batch, leadId).stream(), values.stream()).toList());
    }
  }

  /**
   * Appends what isn't known yet, and once a day that it is still so.
   *
   * @return what is new by each update
   */
  List<List<ProfileValue>> learn(LeadBatch batch, List<ProfileUpdate> updates) {
    RowInsert rows = rows();
    Map<String, List<ProfileValue>> learned = new HashMap<>();
    List<List<ProfileValue>> news = new ArrayList<>();
    for (ProfileUpdate update : updates) {
      List<ProfileValue> log =
          learned.computeIfAbsent(update.leadId(), id -> new ArrayList<>(of(batch, id)));
      List<ProfileValue> found =
          update.values().entrySet().stream()
              .map(
                  e -> new ProfileValue(e.getKey(), e.getValue(), update.occurredAt(), update.at()))
              .filter(value -> tellsMore(value, log))
              .toList();
      found.forEach(value -> add(rows, update.leadId(), value, update.signalId()));
      log.addAll(found);
      news.add(found);
    }
    rows.run(db);
    learned.keySet().forEach(this::changed);
    return news;
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
    RowInsert row = rows();
    add(row, leadId, value, null);
    row.run(db);
    changed(leadId);
  }

  private static RowInsert rows() {
    return new RowInsert(
        "profile_value", "lead_id", "field", "content", "occurred_at", "recorded_at", "signal_id");
  }

  private static void add(
      RowInsert rows, String leadId, ProfileValue value, @Nullable String signalId) {
    rows.row(
        leadId,
        value.field(),
        value.content(),
        Sql.timestamp(value.occurredAt()),
        Sql.timestamp(value.recordedAt()),
        signalId);
  }

  /**
   * What was known of one record is known of the other from now on; whose it was and since when
   * stays beside it.
   */
  void move(String from, String to, Instant at) {
    changed(from);
    changed(to);
    db.sql(
            """
            update profile_value set recorded_for = coalesce(recorded_for, lead_id),
              first_recorded_at = coalesce(first_recorded_at, recorded_at),
              lead_id = :to, recorded_at = :at
            where lead_id = :from
            """)
        .param("to", to)
        .param("at", Sql.timestamp(at))
        .param("from", from)
        .update();
  }

  /** All of some leads goes. */
  public void remove(Collection<String> leadIds) {
    leadIds.forEach(this::changed);
    db.sql("delete from profile_value where lead_id in (:leadIds)")
        .param("leadIds", leadIds)
        .update();
  }

  /** What some signals told of some leads goes. */
  public void unlearn(Collection<String> leadIds, Collection<String> signalIds) {
    leadIds.forEach(this::changed);
    db.sql("delete from profile_value where lead_id in (:leadIds) and signal_id in (:signalIds)")
        .param("leadIds", leadIds)
        .param("signalIds", signalIds)
        .update();
  }

  /** Those of some leads of whom something else told anything. */
  public List<String> toldBeside(Collection<String> leadIds, String signalId) {
    return db.sql(
            """
            select distinct lead_id from profile_value
            where lead_id in (:leadIds) and (signal_id is null or signal_id <> :signalId)
            """)
        .param("leadIds", leadIds)
        .param("signalId", signalId)
        .query(String.class)
        .list();
  }

  /** A row of {@code profile_value}. */
  public static ProfileValue read(ResultSet rs) throws SQLException {
    return new ProfileValue(
        rs.getString("field"),
        rs.getString("content"),
        Sql.instant(rs, "occurred_at"),
        Sql.instant(rs, "recorded_at"));
  }
}
