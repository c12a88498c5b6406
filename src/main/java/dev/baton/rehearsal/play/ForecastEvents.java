package dev.baton.rehearsal.play;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.rehearsal.forecast.ForecastEvent;
import dev.baton.rehearsal.forecast.ForecastEvent.What;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to handoffs in a rehearsal since a mark was set, read out of what they left. */
final class ForecastEvents {
  private static final Map<String, What> KINDS =
      Map.of(
          "reminder", What.REMINDER,
          "next_attempt", What.REMINDER,
          "escalation", What.ESCALATION,
          "failure", What.FAILURE);

  /** Where it stands who the lead is, which a rehearsal doesn't know. */
  private static final Pattern WHO = Pattern.compile(":\\s*$");

  private final JdbcClient db;
  private final Deadlines deadlines;

  ForecastEvents(JdbcClient db, Deadlines deadlines) {
    this.db = db;
    this.deadlines = deadlines;
  }

  /**
   * What was there before.
   *
   * @param owners by handoff; who has none isn't named
   */
  record Mark(Instant at, long notice, long answer, long routing, Map<String, String> owners) {}

  Mark mark(Instant at) {
    Map<String, String> owners = new HashMap<>();
    db.sql("select id, owner from handoff where owner is not null")
        .query(
            row -> {
              owners.put(row.getString("id"), row.getString("owner"));
            });
    return new Mark(at, last("notice"), last("answer"), last("routing_entry"), owners);
  }

  private long last(String table) {
    return db.sql("select coalesce(max(id), 0) as last_id from " + table)
        .query(Long.class)
        .single();
  }

  /** In their order. */
  List<ForecastEvent> since(Mark mark) {
    List<ForecastEvent> moves =
        Stream.concat(reassigned(mark), assigned(mark))
            .sorted(Comparator.comparing(ForecastEvent::at))
            .toList();
    Map<String, List<Deadline>> clocks = deadlines.of(handoffs());
    List<ForecastEvent> owned = new ArrayList<>();
    Map<String, @Nullable String> owners = new HashMap<>(mark.owners());
    Stream.of(moves.stream(), missed(mark, clocks), told(mark, clocks))
        .flatMap(each -> each)
        .sorted(Comparator.comparing(ForecastEvent::at).thenComparing(ForecastEvent::what))
        .forEach(
            event -> {
              String owner = owners.get(event.handoffId());
              owned.add(event.owner() == null ? event.ownedBy(owner) : event);
              if (event.what() == What.REASSIGNED || event.what() == What.ASSIGNED) {
                owners.put(event.handoffId(), event.to());
              }
            });
    return owned;
  }

  private List<String> handoffs() {
    return db.sql("select id from handoff where is_open = true").query(String.class).list();
  }

  private Stream<ForecastEvent> missed(Mark mark, Map<String, List<Deadline>> clocks) {
    Map<String, String> leads = leads();
    return clocks.values().stream()
        .flatMap(List::stream)
        .filter(clock -> clock.missedAt() != null && clock.missedAt().isAfter(mark.at()))
        .map(
            clock ->
                new ForecastEvent(
                    Objects.requireNonNull(clock.missedAt()),
                    What.MISSED,
                    clock.handoffId(),
                    Objects.requireNonNull(leads.get(clock.handoffId())),
                    clock.clock(),
                    clock.owner(),
                    null,
                    null));
  }

  private Map<String, String> leads() {
    Map<String, String> leads = new HashMap<>();
    db.sql("select id, lead_id from handoff")
        .query(
            row -> {
              leads.put(row.getString("id"), row.getString("lead_id"));
            });
    return leads;
  }

  private Stream<ForecastEvent> told(Mark mark, Map<String, List<Deadline>> clocks) {
    return db
        .sql(
            """
            select distinct n.recorded_at as at, n.kind, n.handoff_id, h.lead_id, n.recipient,
              n.subject
            from notice n join handoff h on h.id = n.handoff_id
            where n.id > :mark and n.state <> 'skipped' and n.kind in (:kinds)
              and (n.recipient is null or n.recipient in (select id from person))
            order by n.recorded_at, n.handoff_id
            """)
        .param("mark", mark.notice())
        .param("kinds", KINDS.keySet())
        .query((row, number) -> told(row, clocks))
        .list()
        .stream();
  }

  private static ForecastEvent told(ResultSet row, Map<String, List<Deadline>> clocks)
      throws SQLException {
    Instant at = Sql.instant(row, "at");
    String handoff = row.getString("handoff_id");
    String subject = row.getString("subject");
    return new ForecastEvent(
        at,
        Objects.requireNonNull(KINDS.get(row.getString("kind"))),
        handoff,
        row.getString("lead_id"),
        asked(clocks.getOrDefault(handoff, List.of()), at).map(Deadline::clock).orElse(null),
        null,
        row.getString("recipient"),
        WHO.matcher(subject).replaceFirst(""));
  }

  /** The clock that ran at an instant: first the one that gave cause just then. */
  private static Optional<Deadline> asked(List<Deadline> clocks, Instant at) {
    return clocks.stream()
        .filter(clock -> !clock.start().recordedAt().isAfter(at))
        .filter(clock -> clock.stoppedAt() == null || !clock.stoppedAt().isBefore(at))
        .min(
            Comparator.comparing(
                clock -> !at.equals(clock.dueAt()) && !at.equals(clock.targets().warnAt())));
  }

  private Stream<ForecastEvent> reassigned(Mark mark) {
    return db
        .sql(
            """
            select a.answered_at as at, a.handoff_id, h.lead_id, a.decision, a.note
            from answer a join handoff h on h.id = a.handoff_id
            where a.id > :mark and a.question = :reassign order by a.id
            """)
        .param("mark", mark.answer())
        .param("reassign", AnswerLog.REASSIGN)
        .query(
            (row, number) ->
                new ForecastEvent(
                    Sql.instant(row, "at"),
                    What.REASSIGNED,
                    row.getString("handoff_id"),
                    row.getString("lead_id"),
                    null,
                    null,
                    row.getString("decision"),
                    row.getString("note")))
        .list()
        .stream();
  }

  /** Of what nobody had. */
  private Stream<ForecastEvent> assigned(Mark mark) {
    return db
        .sql(
            """
            select r.routed_at as at, r.handoff_id, h.lead_id, r.owner
            from routing_entry r join handoff h on h.id = r.handoff_id
            where r.id > :mark and r.owner is not null and not exists
              (select 1 from answer a where a.id > :answer and a.handoff_id = r.handoff_id
                and a.question = :reassign and a.answered_at = r.routed_at)
            order by r.id
            """)
        .param("mark", mark.routing())
        .param("answer", mark.answer())
        .param("reassign", AnswerLog.REASSIGN)
        .query(
            (row, number) ->
                new ForecastEvent(
                    Sql.instant(row, "at"),
                    What.ASSIGNED,
                    row.getString("handoff_id"),
                    row.getString("lead_id"),
                    null,
                    null,
                    row.getString("owner"),
                    null))
        .list()
        .stream();
  }
}
