package dev.baton.metrics;

import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.signal.SignalRecorded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counters of what this node has recorded since it started, once its transaction has ended well.
 */
@Component
class CountedFacts {
  private final MeterRegistry registry;
  private final Counter signals;
  private final Counter mqls;

  CountedFacts(MeterRegistry registry) {
    this.registry = registry;
    this.signals =
        Counter.builder("baton.signals").description("Signals recorded").register(registry);
    this.mqls =
        Counter.builder("baton.mqls")
            .description("Leads that became an MQL, each with its handoff")
            .register(registry);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(SignalRecorded fact) {
    signals.increment();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(HandoffOpened fact) {
    mqls.increment();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(HandoffClosed fact) {
    Counter.builder("baton.handoffs.closed")
        .description("Handoffs that ended, by result")
        .tag("result", fact.result())
        .register(registry)
        .increment();
  }
}
