package dev.baton.handoff.assignment;

import dev.baton.handoff.record.Handoff;
import dev.baton.routing.RoutingPreference;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sweep of the fallback queue: whoever can take a lead now gets it. */
@Component
public class FallbackQueueSweep {
  private static final Logger LOG = LoggerFactory.getLogger(FallbackQueueSweep.class);
  private static final int MOST = 500;

  private final FallbackQueue queue;
  private final TransactionTemplate transaction;

  FallbackQueueSweep(FallbackQueue queue, PlatformTransactionManager transactions) {
    this.queue = queue;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Finds owners, each in its own transaction; who had nobody a moment ago isn't asked again. */
  public void sweep() {
    Set<RoutingPreference> inVain = new HashSet<>();
    for (Handoff waiting : queue.waiting(MOST)) {
      queue
          .asked(waiting)
          .filter(preference -> !inVain.contains(preference) && !isFound(waiting, preference))
          .ifPresent(inVain::add);
    }
  }

  private boolean isFound(Handoff waiting, RoutingPreference preference) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(status -> queue.retry(waiting.id(), preference)));
    } catch (RuntimeException e) {
      LOG.warn("Handoff {} could not be routed; tried again in a minute", waiting.id(), e);
      return true;
    }
  }
}
