package dev.baton.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What gave up after its last attempt, in all tables of this room, until somebody sees to it. */
@Component
public class StuckMessages {
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final List<FailedDeliveries> tables;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  StuckMessages(
      JdbcClient jdbc,
      List<FailedDeliveries> tables,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.jdbc = jdbc;
    this.tables = List.copyOf(tables);
    this.facts = facts;
    this.clock = clock;
  }

  /** The newest first. */
  public List<Stuck> all() {
    return jdbc.sql(
            "select * from (%s) stuck order by at desc, id limit %d".formatted(union(), MOST))
        .query(StuckMessages::read)
        .list();
  }

  /** What is stuck of a handoff's messages. */
  public List<Stuck> ofHandoff(String handoffId) {
    return jdbc.sql("select * from (%s) stuck where handoff_id = :handoff".formatted(union()))
        .param("handoff", handoffId)
        .query(StuckMessages::read)
        .list();
  }

  public Optional<Stuck> find(String id) {
    return jdbc.sql("select * from (%s) stuck where id = :id".formatted(union()))
        .param("id", id)
        .query(StuckMessages::read)
        .optional();
  }

  /** The cause is mended: it is tried from its first attempt on. */
  @Transactional
  public void again(Stuck stuck) {
    tableOf(stuck).again(number(stuck), clock.instant());
    facts.publishEvent(changed(stuck));
  }

  /** Nobody needs it any more. */
  @Transactional
  public void giveUp(Stuck stuck, String by) {
    tableOf(stuck).giveUp(number(stuck), by);
    facts.publishEvent(changed(stuck));
  }

  private String union() {
    return tables.stream().map(FailedDeliveries::all).collect(Collectors.joining(" union all "));
  }

  private FailedDeliveries tableOf(Stuck stuck) {
    return tables.stream().filter(t -> t.what().equals(stuck.what())).findFirst().orElseThrow();
  }

  private static long number(Stuck stuck) {
    return Long.parseLong(stuck.id().substring(stuck.id().indexOf('-') + 1));
  }

  private static StuckChanged changed(Stuck stuck) {
    return new StuckChanged(stuck.handoffId() == null ? "" : stuck.handoffId());
  }

  private static Stuck read(ResultSet row, int number) throws SQLException {
    return new Stuck(
        row.getString("id"),
        row.getString("what"),
        row.getString("channel"),
        row.getString("handoff_id"),
        row.getString("lead_id"),
        row.getString("to"),
        row.getString("subject"),
        row.getString("why"),
        row.getInt("attempts"),
        row.getTimestamp("at").toInstant());
  }
}
