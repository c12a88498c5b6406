package dev.baton.connect.automation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.automation.ActivityPolls.Poll;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.source.PayloadIntake;
import dev.baton.connect.source.SignalSource;
import dev.baton.connect.source.Sources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a marketing automation what people did there, for the sources of its kind: page by page, in
 * their order. A page and where it ended are kept together, so that a crash loses none of it.
 */
@Component
class ActivityIntake {
  /** Pages in one go; what is left comes with the next. */
  private static final int MOST_PAGES = 50;

  private static final Duration EVERY = Duration.ofSeconds(15);

  /** Its clock may go differently; what comes twice is known by its id. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** What happens there has the time of its own clock, whatever time it is here. */
  private static final Clock REAL_TIME = Clock.systemUTC();

  private final Sources sources;
  private final PayloadIntake intake;
  private final ActivityPolls polls;
  private final TransactionTemplate transaction;

  ActivityIntake(
      Sources sources,
      PayloadIntake intake,
      ActivityPolls polls,
      PlatformTransactionManager transactions) {
    this.sources = sources;
    this.intake = intake;
    this.polls = polls;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Asks for all sources of a kind whose turn it is; outside of any transaction. */
  void hear(String kind, AutomationClient client) {
    for (SignalSource source : sources.ofKind(kind)) {
      List<String> types = source.mapping().activityTypes();
      Instant now = now();
      Optional<Poll> turn =
          types.isEmpty()
              ? Optional.empty()
              : transaction.execute(status -> polls.take(source.name(), now, now.minus(EVERY)));
      turn.ifPresent(poll -> hear(source, types, poll, client));
    }
  }

  private void hear(SignalSource source, List<String> types, Poll from, AutomationClient client) {
    Poll poll = from;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Instant asked = now();
      ActivityPage page = page(types, poll, client);
      poll = take(source, poll, page, page.more() ? poll.heardTo() : asked);
      if (!page.more()) {
        return;
      }
    }
  }

  /** A page that the other system doesn't know any more is asked for by its time. */
  private static ActivityPage page(List<String> types, Poll poll, AutomationClient client) {
    String page = poll.page();
    Instant since = poll.heardTo().minus(OVERLAP);
    if (page == null) {
      return client.activities(types, client.pageSince(poll.heardTo()));
    }
    try {
      return client.activities(types, page);
    } catch (CallFailed e) {
      if (e.outcome() instanceof DeliveryOutcome.Failed) {
        return client.activities(types, client.pageSince(since));
      }
      throw e;
    }
  }

  private Poll take(SignalSource source, Poll poll, ActivityPage page, Instant heardTo) {
    if (page.activities().isEmpty()) {
      return transaction.execute(status -> polls.move(poll, page.next(), heardTo));
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("result").addAll(page.activities());
    Poll[] moved = {poll};
    intake.pull(source, body.toString(), () -> moved[0] = polls.move(poll, page.next(), heardTo));
    return moved[0];
  }

  private static Instant now() {
    return REAL_TIME.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
