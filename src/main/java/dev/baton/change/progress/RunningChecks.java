package dev.baton.change.progress;

import dev.baton.change.backtest.BackTestProgress;
import dev.baton.change.progress.ChangeProgress.Count;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Checks of changes that are under way here, and how far they are. */
public class RunningChecks {
  private final Map<Long, Count> counts = new ConcurrentHashMap<>();

  /** Runs a check that tells how far it is. */
  public <T> T run(long change, Function<BackTestProgress, T> check) {
    counts.put(change, new Count(0, 0, 0));
    try {
      return check.apply(
          (leads, of) -> {
            counts.put(change, new Count(leads, of, 0));
            return true;
          });
    } finally {
      counts.remove(change);
    }
  }

  /** Of all 0 while it hasn't come to its leads yet; empty while there is none. */
  public Optional<Count> of(long change) {
    return Optional.ofNullable(counts.get(change));
  }
}
