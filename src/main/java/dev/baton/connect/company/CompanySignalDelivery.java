package dev.baton.connect.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.StrictJson;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the leads of a company what is known of it, each once, as a signal of theirs that scores by
 * the tables like any other. Who joins the company later is told within a minute what still counts.
 */
@Component
class CompanySignalDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(CompanySignalDelivery.class);
  private static final String SENDER = "company";
  private static final int CHUNK = 200;

  /** Rule R12: at that age nothing is left of a signal's points. */
  private static final Duration COUNTS = Duration.ofDays(90);

  private final CompanySignals signals;
  private final SignalFeed feed;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CompanySignalDelivery(
      CompanySignals signals,
      SignalFeed feed,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.signals = signals;
    this.feed = feed;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 45_000)
  void goOn() {
    try {
      deliver();
    } catch (RuntimeException e) {
      LOG.warn("Leads could not be told of their companies; that is done again in a minute", e);
    }
  }

  /** How many were told something. */
  int deliver() {
    int told = 0;
    List<CompanySignals.Untold> next = untold();
    while (!next.isEmpty()) {
      for (CompanySignals.Untold each : next) {
        told += Boolean.TRUE.equals(transaction.execute(status -> tell(each))) ? 1 : 0;
      }
      next = next.size() < CHUNK ? List.of() : untold();
    }
    return told;
  }

  private List<CompanySignals.Untold> untold() {
    return signals.untold(clock.instant().minus(COUNTS), CHUNK);
  }

  private boolean tell(CompanySignals.Untold untold) {
    if (!signals.tell(untold)) {
      return false;
    }
    signals
        .lead(untold)
        .ifPresent(lead -> feed.record(SENDER, lead, read(untold).put("id", id(untold))));
    return true;
  }

  private static String id(CompanySignals.Untold untold) {
    return untold.id() + ":" + untold.leadId();
  }

  private static ObjectNode read(CompanySignals.Untold untold) {
    try {
      return (ObjectNode) StrictJson.read(untold.content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored signal can be read", e);
    }
  }
}
