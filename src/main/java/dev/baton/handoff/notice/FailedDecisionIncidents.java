package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.engine.ProcessIncidents;
import dev.baton.engine.ProcessIncidents.Shown;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.signal.SignalNotScored;
import dev.baton.signal.UnscoredSignals;
import dev.baton.signal.UnscoredSignals.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows in Cockpit which decision tables fail, one incident a table, and tells administrators and
 * designers once each time it begins. What waits is the truth and the incidents follow it: at the
 * first signal that waits, and once a minute.
 */
@Component
public class FailedDecisionIncidents {
  static final String TYPE = "failedDecision";

  private static final Logger LOG = LoggerFactory.getLogger(FailedDecisionIncidents.class);

  private final UnscoredSignals unscored;
  private final ProcessIncidents incidents;
  private final Outbox outbox;
  private final People people;
  private final TransactionTemplate transaction;

  FailedDecisionIncidents(
      UnscoredSignals unscored,
      ProcessIncidents incidents,
      Outbox outbox,
      People people,
      PlatformTransactionManager transactions) {
    this.unscored = unscored;
    this.incidents = incidents;
    this.outbox = outbox;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    // after a commit the old transaction is still around
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** After the commit: trouble in telling must not cost the signal. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(SignalNotScored fact) {
    boolean isShown =
        incidents.all(TYPE).stream().anyMatch(shown -> shown.about().equals(fact.decision()));
    if (!isShown) {
      follow();
    }
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
  public void follow() {
    try {
      transaction.executeWithoutResult(status -> compare(unscored.causes(), incidents.all(TYPE)));
    } catch (RuntimeException e) {
      LOG.warn("The incidents could not follow the decisions that fail; tried again", e);
    }
  }

  private void compare(List<Cause> causes, List<Shown> shown) {
    Set<String> failing = new HashSet<>(causes.stream().map(Cause::decision).toList());
    Set<String> kept = new HashSet<>();
    shown.stream()
        .filter(incident -> !failing.contains(incident.about()) || !kept.add(incident.about()))
        .forEach(incidents::resolve);
    causes.stream().filter(cause -> !kept.contains(cause.decision())).forEach(this::begin);
  }

  private void begin(Cause cause) {
    incidents.showAtAll(HandoffProcess.KEY, TYPE, cause.decision(), cause.why());
    List<String> readers =
        Stream.of(Role.ADMIN, Role.DESIGNER)
            .flatMap(role -> people.active(role).stream())
            .map(Person::id)
            .toList();
    readers.forEach(reader -> tell(reader, cause));
    if (readers.isEmpty()) {
      tell(null, cause);
    }
  }

  /** Nobody in particular is a manager. */
  private void tell(@Nullable String reader, Cause cause) {
    outbox.tell(
        Notice.note(
            "failed-decision:%s:%d:%s"
                .formatted(cause.decision(), cause.since().toEpochMilli(), reader),
            NoticeKind.FAILURE,
            reader,
            NoticeContent.of(
                Text.of("failed_decision", Map.of("table", cause.decision())),
                "/",
                List.of(Text.literal(cause.why()), Text.of("failed_decision_mend")))));
  }
}
