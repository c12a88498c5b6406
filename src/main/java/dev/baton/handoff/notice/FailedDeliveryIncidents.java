package dev.baton.handoff.notice;

import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.engine.ProcessIncidents;
import dev.baton.engine.ProcessIncidents.Shown;
import dev.baton.handoff.process.HandoffProcess;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows in Cockpit which handoffs have messages that arrived nowhere: an incident at the running
 * process, gone when the message is tried again or given up. What is stuck is the truth and the
 * incidents follow it, once a minute and whenever something changes; a handoff whose process has
 * ended has a line on the managers' page alone.
 */
@Component
class FailedDeliveryIncidents {
  static final String TYPE = "undeliveredMessage";

  private static final Logger LOG = LoggerFactory.getLogger(FailedDeliveryIncidents.class);

  private final FailedDeliveries messages;
  private final ProcessIncidents incidents;
  private final TransactionTemplate transaction;

  FailedDeliveryIncidents(
      FailedDeliveries messages,
      ProcessIncidents incidents,
      PlatformTransactionManager transactions) {
    this.messages = messages;
    this.incidents = incidents;
    this.transaction = new TransactionTemplate(transactions);
    // after a commit the old transaction is still around
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** After the commit: the engine's trouble must not undo what is known of a message. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(FailedDeliveriesChanged fact) {
    if (!fact.handoffId().isEmpty()) {
      follow(fact.handoffId(), messages.ofHandoff(fact.handoffId()));
    }
  }

  /** What a crash or a lost race left behind. */
  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void followAll() {
    Map<String, List<FailedDelivery>> stuck =
        messages.all().stream()
            .filter(message -> message.handoffId() != null)
            .collect(Collectors.groupingBy(FailedDelivery::handoffId));
    stuck.forEach(this::follow);
    Set<String> known =
        stuck.values().stream()
            .flatMap(List::stream)
            .map(FailedDelivery::id)
            .collect(Collectors.toSet());
    incidents.all(TYPE).stream()
        .filter(shown -> !known.contains(shown.about()))
        .filter(shown -> messages.find(shown.about()).isEmpty())
        .forEach(this::resolve);
  }

  private void follow(String handoff, List<FailedDelivery> stuck) {
    List<Shown> shown = incidents.at(HandoffProcess.KEY, handoff, TYPE);
    Set<String> ids = shown.stream().map(Shown::about).collect(Collectors.toSet());
    stuck.stream()
        .filter(message -> !ids.contains(message.id()))
        .forEach(message -> show(handoff, message));
    Set<String> still = stuck.stream().map(FailedDelivery::id).collect(Collectors.toSet());
    shown.stream().filter(incident -> !still.contains(incident.about())).forEach(this::resolve);
  }

  /** Between two questions later. */
  private void show(String handoff, FailedDelivery delivery) {
    attempt(
        () -> incidents.show(HandoffProcess.KEY, handoff, TYPE, delivery.id(), words(delivery)));
  }

  private void resolve(Shown shown) {
    attempt(() -> incidents.resolve(shown));
  }

  /** A process that moves on at the same moment is met again in a minute. */
  private void attempt(Runnable change) {
    try {
      transaction.executeWithoutResult(status -> change.run());
    } catch (RuntimeException e) {
      LOG.info("An incident could not follow its message; tried again in a minute", e);
    }
  }

  /** Ids and what a peer said; a lead's name stays out of the engine. */
  private static String words(FailedDelivery delivery) {
    return "%s over %s to %s: %s"
        .formatted(
            delivery.what(),
            delivery.channel(),
            Objects.requireNonNullElse(delivery.to(), "nobody"),
            delivery.why());
  }
}
