package dev.baton.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.lead.Channel;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.VisitorJoined;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only log of signals. */
@Component
public class Signals {
  /** Numbers stay as they were written. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final JdbcClient db;

  Signals(JdbcClient db) {
    this.db = db;
  }

  /** All signals of a lead that occurred after an instant, oldest first. */
  public List<Signal> of(String leadId, Instant occurredSince) {
    return db.sql(
            """
            select * from signal where lead_id = :leadId and occurred_at > :since
            order by occurred_at, id
            """)
        .param("leadId", leadId)
        .param("since", Sql.timestamp(occurredSince))
        .query(Signals::read)
        .list();
  }

  /** One that waited for a table is judged later than it was recorded. */
  void judged(String sender, String id, Instant at) {
    db.sql("update signal set judged_at = :at where sender = :sender and signal_id = :id")
        .param("at", Sql.timestamp(at))
        .param("sender", sender)
        .param("id", id)
        .update();
  }

  Signal get(String sender, String id) {
    return db.sql("select * from signal where sender = :sender and signal_id = :id")
        .param("sender", sender)
        .param("id", id)
        .query(Signals::read)
        .single();
  }

  /** The last values that signals of the lead gave for two properties, as far as there are any. */
  public Map<String, String> latest(String leadId, String property, String other) {
    List<Signal> signals =
        db.sql(
                """
                select * from signal
                where lead_id = :leadId and (properties like :named or properties like :other)
                order by occurred_at desc, id desc
                """)
            .param("leadId", leadId)
            .param("named", "%\"" + property + "\"%")
            .param("other", "%\"" + other + "\"%")
            .query(Signals::read)
            .list();
    Map<String, String> latest = new HashMap<>();
    for (String name : List.of(property, other)) {
      signals.stream()
          .flatMap(signal -> Stream.ofNullable(signal.property(name)))
          .filter(value -> !value.isBlank())
          .findFirst()
          .ifPresent(value -> latest.put(name, value));
    }
    return latest;
  }

  /** The same of several leads, by lead id. */
  public Map<String, List<Signal>> of(Collection<String> leadIds, Instant occurredSince) {
    return db
        .sql(
            """
            select * from signal where lead_id in (:leadIds) and occurred_at > :since
            order by occurred_at, id
            """)
        .param("leadIds", leadIds)
        .param("since", Sql.timestamp(occurredSince))
        .query(Signals::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Signal::leadId));
  }

  /** A signal as its sender sent it. */
  record Sending(Signal signal, SignalDraft draft) {}

  /** Appends signals; a lost race where this sender's has one of the ids been recorded just now. */
  void append(String sender, List<Sending> sendings) {
    RowInsert rows =
        new RowInsert(
            "signal",
            "sender",
            "signal_id",
            "lead_id",
            "type",
            "occurred_at",
            "recorded_at",
            "known_at",
            "channel",
            "source",
            "campaign",
            "properties",
            "content_hash");
    sendings.forEach(sending -> add(rows, sender, sending.signal(), sending.draft()));
    rows.runNew(db, "The same signal is being recorded by another request");
  }

  private static void add(RowInsert rows, String sender, Signal signal, SignalDraft draft) {
    SignalOrigin origin = signal.origin();
    rows.row(
        sender,
        signal.id(),
        signal.leadId(),
        signal.type(),
        Sql.timestamp(signal.occurredAt()),
        Sql.timestamp(signal.recordedAt()),
        Sql.timestamp(signal.knownAt()),
        origin.channel() == null ? null : origin.channel().name(),
        origin.source(),
        origin.campaign(),
        draft.properties(),
        draft.contentHash());
  }

  /** What a sender has sent under these ids before, by id. */
  Map<String, Sent> sent(String sender, List<String> ids) {
    Map<String, Sent> sent = new HashMap<>();
    if (!ids.isEmpty()) {
      // not "in (…)": H2 would look through all that this sender has ever sent
      String asked = String.join(", ", Collections.nCopies(ids.size(), "(cast(? as varchar))"));
      db.sql(
              """
              select s.signal_id as id, s.content_hash, l.id as lead_id, l.email
              from (values %s) as asked(id)
              join signal s on s.sender = ? and s.signal_id = asked.id
              join lead l on l.id = s.lead_id
              """
                  .formatted(asked))
          .params(Stream.concat(ids.stream(), Stream.of(sender)).toList())
          .query(RecordRows.of(Sent.class))
          .list()
          .forEach(one -> sent.put(one.id(), one));
    }
    return sent;
  }

  record Sent(String id, String contentHash, String leadId, @Nullable String email) {}

  @EventListener
  void on(VisitorJoined joined) {
    move(joined.visitorLeadId(), joined.leadId(), joined.at());
  }

  @EventListener
  void on(LeadsMerged merged) {
    move(merged.leadId(), merged.into(), merged.at());
  }

  /**
   * They are known to be the other lead's since the instant at which that turned out; whose they
   * were and since when stays beside it.
   */
  private void move(String from, String to, Instant at) {
    db.sql(
            """
            update signal set recorded_for = coalesce(recorded_for, lead_id),
              first_known_at = coalesce(first_known_at, known_at), lead_id = :to, known_at = :at
            where lead_id = :from
            """)
        .param("to", to)
        .param("at", Sql.timestamp(at))
        .param("from", from)
        .update();
  }

  /** Signals of a sender go, with what they told of profiles. */
  void remove(String sender, List<String> ids) {
    Map<String, Object> which = Map.of("sender", sender, "ids", ids);
    db.sql("delete from unscored_signal where sender = :sender and signal_id in (:ids)")
        .params(which)
        .update();
    db.sql("delete from signal where sender = :sender and signal_id in (:ids)")
        .params(which)
        .update();
  }

  /** Those of some leads that have any signal. */
  Set<String> heardOf(List<String> leadIds) {
    return Set.copyOf(
        db.sql("select distinct lead_id from signal where lead_id in (:leadIds)")
            .param("leadIds", leadIds)
            .query(String.class)
            .list());
  }

  static Signal read(ResultSet rs, int row) throws SQLException {
    return new Signal(
        rs.getString("signal_id"),
        rs.getString("lead_id"),
        rs.getString("type"),
        Sql.instant(rs, "occurred_at"),
        Sql.instant(rs, "recorded_at"),
        Sql.instant(rs, "known_at"),
        origin(rs),
        properties(rs.getString("properties")));
  }

  private static SignalOrigin origin(ResultSet rs) throws SQLException {
    String channel = rs.getString("channel");
    return new SignalOrigin(
        channel == null ? null : Channel.valueOf(channel),
        rs.getString("source"),
        rs.getString("campaign"));
  }

  static Map<String, Object> properties(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored signal's properties are JSON", e);
    }
  }
}
