package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The catalogue of signal types, the table {@code signal-type}; other types are kept and told, too.
 */
@Component
public class SignalTypes {
  private static final String TABLE = "signal-type";

  /** So long an earlier catalogue may be believed, on each node. */
  private static final Duration BELIEVED = Duration.ofMinutes(1);

  private final Decisions decisions;
  private final AtomicReference<@Nullable Belief> belief = new AtomicReference<>();

  private record Belief(Map<String, String> labels, long nanos) {
    boolean isFresh() {
      return System.nanoTime() - nanos < BELIEVED.toNanos();
    }
  }

  public SignalTypes(Decisions decisions) {
    this.decisions = decisions;
  }

  public Set<String> known() {
    return labels().keySet();
  }

  /** What it means in words, such as "Requested a demo". */
  public Optional<String> label(String type) {
    return Optional.ofNullable(labels().get(type));
  }

  /** All of them in words, in the order of their types. */
  public SortedMap<String, String> inOrder() {
    return new TreeMap<>(labels());
  }

  private Map<String, String> labels() {
    Belief before = belief.get();
    if (looks()) {
      // not kept: what the transaction sees may be taken back with it
      return read(before);
    }
    if (before != null && before.isFresh()) {
      return before.labels();
    }
    Belief now = new Belief(read(before), System.nanoTime());
    belief.set(now);
    return now.labels();
  }

  /**
   * A transaction has looked which tables are in force, or is about to: that costs nothing more.
   */
  private static boolean looks() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /** While the table fails, what it said before. */
  private Map<String, String> read(@Nullable Belief before) {
    Map<String, String> labels = new LinkedHashMap<>();
    try {
      for (DecisionRow row : decisions.rows(TABLE, Map.of())) {
        labels.putIfAbsent(row.text("type"), row.text("label"));
      }
      return labels;
    } catch (DecisionFailure failure) {
      return before == null ? Map.of() : before.labels();
    }
  }
}
