package dev.baton.handoff.notice;

import dev.baton.alert.text.Text;
import dev.baton.engine.ProcessIncidents;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.InterruptedHandoff;
import dev.baton.handoff.process.InterruptedHandoffs;
import dev.baton.handoff.process.ProcessCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that each open handoff can be answered. What is wrong at two sweeps in a row is an
 * incident in Cockpit and told to managers and administrators, all of one sweep in one message; it
 * goes when the handoff is restarted, or right again by itself.
 */
@Component
public class InterruptedHandoffIncidents {
  static final String TYPE = "interruptedHandoff";

  private static final Logger LOG = LoggerFactory.getLogger(InterruptedHandoffIncidents.class);

  /** From one sweep to the next: what is on its way has arrived by then. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int MOST_LINES = 40;

  private final ProcessCheck check;
  private final InterruptedHandoffs interrupted;
  private final ProcessIncidents incidents;
  private final OperatorNotices notices;
  private final TransactionTemplate transaction;
  private final Clock clock;

  InterruptedHandoffIncidents(
      ProcessCheck check,
      InterruptedHandoffs interrupted,
      ProcessIncidents incidents,
      OperatorNotices notices,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.check = check;
    this.interrupted = interrupted;
    this.incidents = incidents;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  public void sweep() {
    try {
      transaction.executeWithoutResult(status -> follow(clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("The processes of open handoffs could not be checked; tried again", e);
    }
  }

  private void follow(Instant now) {
    interrupted.keep(check.all(), now);
    Set<String> begun =
        interrupted.untold(now.minus(PATIENCE)).stream()
            .filter(id -> interrupted.tell(id, now))
            .collect(Collectors.toSet());
    List<InterruptedHandoff> told = interrupted.told();
    show(told);
    List<Text> news =
        told.stream()
            .filter(one -> begun.contains(one.handoffId()))
            .map(InterruptedHandoffIncidents::line)
            .toList();
    if (!news.isEmpty()) {
      tell(news, now);
    }
  }

  private void show(List<InterruptedHandoff> told) {
    Set<String> wrong =
        told.stream().map(InterruptedHandoff::handoffId).collect(Collectors.toSet());
    Set<String> kept = new HashSet<>();
    incidents.all(TYPE).stream()
        .filter(shown -> !wrong.contains(shown.about()) || !kept.add(shown.about()))
        .forEach(incidents::resolve);
    told.stream()
        .filter(one -> !kept.contains(one.handoffId()))
        .forEach(
            one -> incidents.showAtAll(HandoffProcess.KEY, TYPE, one.handoffId(), one.sentence()));
  }

  private void tell(List<Text> all, Instant now) {
    notices.tell(
        "interrupted-handoffs:%d".formatted(now.toEpochMilli()),
        Text.count(all.size(), "interrupted_handoff", "interrupted_handoffs"),
        Stream.concat(
                all.stream().limit(MOST_LINES), Stream.of(Text.of("interrupted_handoff_restart")))
            .toList());
  }

  private static Text line(InterruptedHandoff one) {
    return Text.of(
        "interrupted_handoff_line",
        Map.of(
            "handoff",
            one.handoffId(),
            "question",
            QuestionTexts.name(one.state().clock()),
            "problem",
            Text.of("problem_" + one.problem().name().toLowerCase(Locale.ROOT))));
  }
}
