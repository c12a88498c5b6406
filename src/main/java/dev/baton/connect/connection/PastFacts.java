package dev.baton.connect.connection;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Facts that happened before a connection was there, or was known to every node: read from the rows
 * that they left, with the keys that they would have had, so that nothing is told twice.
 */
@Component
class PastFacts {
  private static final int CHUNK = 500;

  /** These change, and their rows keep the last instant only. */
  private static final String NOT_TOLD =
      """
      not exists (select 1 from outbound_message m
        where m.connection = :connection and m.handoff_id = h.id and m.kind = :kind)""";

  private final JdbcClient db;
  private final Connections connections;
  private final OutboundMessages messages;
  private final Deadlines deadlines;
  private final Clock clock;

  PastFacts(
      JdbcClient db,
      Connections connections,
      OutboundMessages messages,
      Deadlines deadlines,
      Clock clock) {
    this.db = db;
    this.connections = connections;
    this.messages = messages;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Adds what a connection lacks, if it is time; how much. */
  int catchUp(Connection connection) {
    return connections
        .takeCatchUp(connection.name(), clock.instant())
        .map(
            taken -> {
              int added = add(connection, since(connection.name(), taken.from()));
              connections.caughtUp(connection.name(), taken);
              return added;
            })
        .orElse(0);
  }

  private int add(Connection connection, List<OutboundFact> facts) {
    int added = 0;
    for (int from = 0; from < facts.size(); from += CHUNK) {
      List<OutboundFact> some = facts.subList(from, Math.min(facts.size(), from + CHUNK));
      added += messages.add(List.of(connection), some, clock.instant());
    }
    return added;
  }

  /** Imported history is no news: nobody here did it. */
  private List<OutboundFact> since(String connection, Instant from) {
    return Stream.of(
            stages(from),
            owners(connection, from),
            verdicts(from),
            deals(connection, from),
            outcomes(from))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(OutboundFact::at))
        .toList();
  }

  private List<OutboundFact> stages(Instant from) {
    return db.sql(
            """
            select s.* from stage_entry s join lead l on l.id = s.lead_id
            where s.entered_at >= :from and s.stage <> 'VISITOR' and s.import_id is null
              and s.recorded_for is null and l.erased_at is null
            order by s.id
            """)
        .param("from", Sql.timestamp(from))
        .query(
            (rs, row) ->
                FactContents.stage(
                    rs.getString("lead_id"),
                    Stage.valueOf(rs.getString("stage")),
                    Sql.instant(rs, "entered_at"),
                    rs.getString("reason"),
                    Sql.instantOrNull(rs, "cooling_until")))
        .list();
  }

  /** Who owns a lead now. */
  private List<OutboundFact> owners(String connection, Instant from) {
    return db.sql(
            """
            select h.id, h.lead_id, h.owner, h.team, max(r.routed_at) as at
            from handoff h join lead l on l.id = h.lead_id
              join routing_entry r on r.handoff_id = h.id
            where r.routed_at >= :from and h.owner is not null and l.erased_at is null
              and %s
            group by h.id, h.lead_id, h.owner, h.team order by h.id
            """
                .formatted(NOT_TOLD))
        .param("connection", connection)
        .param("kind", FactKind.OWNER.word())
        .param("from", Sql.timestamp(from))
        .query(
            (rs, row) ->
                FactContents.owner(
                    rs.getString("id"),
                    rs.getString("lead_id"),
                    rs.getString("owner"),
                    rs.getString("team"),
                    Sql.instant(rs, "at")))
        .list();
  }

  private List<OutboundFact> verdicts(Instant from) {
    record Judged(String handoffId, String leadId) {}
    List<Judged> judged =
        db.sql(
                """
                select distinct h.id, h.lead_id from deadline d join handoff h on h.id = d.handoff_id
                  join lead l on l.id = h.lead_id
                where (d.met_at >= :from or d.missed_at >= :from) and l.erased_at is null
                """)
            .param("from", Sql.timestamp(from))
            .query((rs, row) -> new Judged(rs.getString("id"), rs.getString("lead_id")))
            .list();
    Map<String, List<Deadline>> byHandoff =
        deadlines.of(judged.stream().map(Judged::handoffId).toList());
    List<OutboundFact> facts = new ArrayList<>();
    for (Judged one : judged) {
      byHandoff.getOrDefault(one.handoffId(), List.of()).stream()
          .filter(d -> d.verdict().metAt() != null || d.missedAt() != null)
          .map(
              d ->
                  FactContents.deadline(
                      d,
                      one.leadId(),
                      d.verdict().metAt() == null
                          ? Objects.requireNonNull(d.missedAt())
                          : d.verdict().metAt()))
          .filter(fact -> !fact.at().isBefore(from))
          .forEach(facts::add);
    }
    return facts;
  }

  private List<OutboundFact> deals(String connection, Instant from) {
    return db.sql(
            """
            select h.id, h.lead_id, o.amount, o.currency, o.opened_at from opportunity o
              join handoff h on h.id = o.handoff_id join lead l on l.id = h.lead_id
            where o.opened_at >= :from and l.erased_at is null and %s order by h.id
            """
                .formatted(NOT_TOLD))
        .param("connection", connection)
        .param("kind", FactKind.DEAL.word())
        .param("from", Sql.timestamp(from))
        .query(
            (rs, row) ->
                FactContents.deal(
                    rs.getString("id"),
                    rs.getString("lead_id"),
                    rs.getBigDecimal("amount"),
                    rs.getString("currency"),
                    Sql.instant(rs, "opened_at")))
        .list();
  }

  private List<OutboundFact> outcomes(Instant from) {
    return db.sql(
            """
            select h.id, h.lead_id, h.result, h.reason, h.closed_at from handoff h
              join lead l on l.id = h.lead_id
            where h.closed_at >= :from and h.result <> 'erased' and l.erased_at is null
            order by h.id
            """)
        .param("from", Sql.timestamp(from))
        .query(
            (rs, row) ->
                FactContents.outcome(
                    rs.getString("id"),
                    rs.getString("lead_id"),
                    rs.getString("result"),
                    rs.getString("reason"),
                    Sql.instant(rs, "closed_at")))
        .list();
  }
}
