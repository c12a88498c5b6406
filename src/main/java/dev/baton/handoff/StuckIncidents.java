package dev.baton.handoff;

import dev.baton.alert.Stuck;
import dev.baton.alert.StuckChanged;
import dev.baton.alert.StuckMessages;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
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
class StuckIncidents {
  static final String TYPE = "undeliveredMessage";

  private static final Logger LOG = LoggerFactory.getLogger(StuckIncidents.class);

  private final StuckMessages messages;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;

  StuckIncidents(
      StuckMessages messages, RuntimeService runtime, PlatformTransactionManager transactions) {
    this.messages = messages;
    this.runtime = runtime;
    this.transaction = new TransactionTemplate(transactions);
    // after a commit the old transaction is still around
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** After the commit: the engine's trouble must not undo what is known of a message. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(StuckChanged fact) {
    if (!fact.handoffId().isEmpty()) {
      follow();
    }
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void follow() {
    Map<String, Stuck> stuck =
        messages.all().stream()
            .filter(message -> message.handoffId() != null)
            .collect(Collectors.toMap(Stuck::id, Function.identity()));
    Map<String, Incident> shown =
        runtime.createIncidentQuery().incidentType(TYPE).list().stream()
            .collect(
                Collectors.toMap(Incident::getConfiguration, Function.identity(), (a, b) -> a));
    Stream.concat(stuck.keySet().stream(), shown.keySet().stream())
        .distinct()
        .filter(id -> stuck.containsKey(id) != shown.containsKey(id))
        .forEach(id -> attempt(stuck.get(id), shown.get(id)));
  }

  /** A process that moves on at the same moment is met again in a minute. */
  private void attempt(Stuck stuck, Incident shown) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (shown == null) {
              show(stuck);
            } else {
              runtime.resolveIncident(shown.getId());
            }
          });
    } catch (RuntimeException e) {
      LOG.info("An incident could not follow its message; tried again in a minute", e);
    }
  }

  private void show(Stuck stuck) {
    Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(stuck.handoffId(), HandoffProcess.KEY)
                .singleResult())
        .ifPresent(
            instance -> runtime.createIncident(TYPE, instance.getId(), stuck.id(), words(stuck)));
  }

  /** Ids and reasons; names stay out of the engine. */
  private static String words(Stuck stuck) {
    return "%s over %s to %s: %s"
        .formatted(
            stuck.what(),
            stuck.channel(),
            Objects.requireNonNullElse(stuck.to(), "nobody"),
            stuck.why());
  }
}
