package dev.baton.lead;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads of one thing for the leads of a batch: by one query for all, when the first of them is
 * asked for; anew for a lead that it was forgotten of.
 */
public final class LeadReads<T> {
  private final Function<LeadBatch, Map<String, T>> source;
  private final Map<LeadBatch, Map<String, Optional<T>>> read =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Reads from a source.
   *
   * @param source gives by lead id what there is; who has nothing is left out
   */
  public LeadReads(Function<LeadBatch, Map<String, T>> source) {
    this.source = source;
  }

  /** Reads of what a lead that was made just now has none of. */
  public static <T> LeadReads<T> ofEarlier(Function<LeadBatch, Map<String, T>> source) {
    return new LeadReads<>(
        batch -> {
          LeadBatch earlier = batch.earlier();
          return earlier.leadIds().isEmpty() ? Map.of() : source.apply(earlier);
        });
  }

  public Optional<T> of(LeadBatch batch, String leadId) {
    Map<String, Optional<T>> known = read.get(batch);
    if (known == null) {
      known = readAll(batch);
    } else if (!known.containsKey(leadId)) {
      known.put(
          leadId, Optional.ofNullable(source.apply(LeadBatch.of(leadId, batch.at())).get(leadId)));
    }
    return known.getOrDefault(leadId, Optional.empty());
  }

  /** Whether it was read for the batch. */
  public boolean isRead(LeadBatch batch) {
    return read.containsKey(batch);
  }

  /** It is known now, without a query. */
  public void know(LeadBatch batch, String leadId, T value) {
    read.computeIfAbsent(batch, none -> new ConcurrentHashMap<>()).put(leadId, Optional.of(value));
  }

  /** Something was written: it is read again when it is asked for. */
  public void forget(LeadBatch batch, String leadId) {
    Map<String, Optional<T>> known = read.get(batch);
    if (known != null) {
      known.remove(leadId);
    }
  }

  private Map<String, Optional<T>> readAll(LeadBatch batch) {
    Map<String, T> found = source.apply(batch);
    Map<String, Optional<T>> all = new ConcurrentHashMap<>();
    batch.leadIds().forEach(id -> all.put(id, Optional.ofNullable(found.get(id))));
    read.put(batch, all);
    return all;
  }
}
