package dev.baton.alert.delivery;

import dev.baton.sql.RecordRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Failed deliveries of all tables of this room, until somebody sees to them. */
@Component
public class FailedDeliveries {
  private static final int MOST = 500;

  private static final RecordRows<FailedDelivery> ROWS = RecordRows.of(FailedDelivery.class);

  private final JdbcClient jdbc;
  private final List<FailedDeliverySource> tables;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  public FailedDeliveries(
      JdbcClient jdbc,
      List<FailedDeliverySource> tables,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.jdbc = jdbc;
    this.tables = List.copyOf(tables);
    this.facts = facts;
    this.clock = clock;
  }

  /** The newest first. */
  public List<FailedDelivery> all() {
    return jdbc.sql(
            "select * from (%s) failed order by at desc, id limit %d".formatted(union(), MOST))
        .query(ROWS)
        .list();
  }

  /** Those of a handoff's messages. */
  public List<FailedDelivery> ofHandoff(String handoffId) {
    return jdbc.sql("select * from (%s) failed where handoff_id = :handoff".formatted(union()))
        .param("handoff", handoffId)
        .query(ROWS)
        .list();
  }

  public Optional<FailedDelivery> find(String id) {
    return jdbc.sql("select * from (%s) failed where id = :id".formatted(union()))
        .param("id", id)
        .query(ROWS)
        .optional();
  }

  /** The cause is mended: it is tried from its first attempt on. */
  @Transactional
  public void again(FailedDelivery delivery) {
    tableOf(delivery).again(number(delivery), clock.instant());
    facts.publishEvent(changed(delivery));
  }

  /** Nobody needs it any more. */
  @Transactional
  public void giveUp(FailedDelivery delivery, String by) {
    tableOf(delivery).giveUp(number(delivery), by);
    facts.publishEvent(changed(delivery));
  }

  private String union() {
    return tables.stream()
        .map(FailedDeliverySource::all)
        .collect(Collectors.joining(" union all "));
  }

  private FailedDeliverySource tableOf(FailedDelivery delivery) {
    return tables.stream().filter(t -> t.what().equals(delivery.what())).findFirst().orElseThrow();
  }

  private static long number(FailedDelivery delivery) {
    return Long.parseLong(delivery.id().substring(delivery.id().indexOf('-') + 1));
  }

  private static FailedDeliveriesChanged changed(FailedDelivery delivery) {
    return new FailedDeliveriesChanged(delivery.handoffId() == null ? "" : delivery.handoffId());
  }
}
