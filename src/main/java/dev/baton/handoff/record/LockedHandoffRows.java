package dev.baton.handoff.record;

import dev.baton.sql.TransactionRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Rows of one kind that belong to a handoff, read once in a transaction that has locked it: whoever
 * writes them has, so nobody else changes them until it ends.
 */
public final class LockedHandoffRows<T> {
  private final Class<T> type;
  private final Handoffs handoffs;
  private final TransactionRows<Kept> kept = new TransactionRows<>(Kept.class);

  public LockedHandoffRows(Class<T> type, Handoffs handoffs) {
    this.type = type;
    this.handoffs = handoffs;
  }

  private record Kept(List<?> rows) {}

  /**
   * The rows in their order.
   *
   * @param read asks the database for those of a handoff
   */
  public List<T> of(String handoffId, Function<String, List<T>> read) {
    Optional<Kept> known = kept.kept(handoffId);
    if (known.isPresent()) {
      return rows(known.get());
    }
    List<T> found = read.apply(handoffId);
    if (handoffs.isLocked(handoffId)) {
      kept.keep(handoffId, new Kept(found));
    }
    return found;
  }

  /** The handoff has just been opened: there are none. */
  public void none(String handoffId) {
    kept.keep(handoffId, new Kept(List.of()));
  }

  /** What was just written to them is true of the kept ones too. */
  public void change(String handoffId, UnaryOperator<List<T>> change) {
    kept.change(handoffId, before -> new Kept(change.apply(rows(before))));
  }

  public void forget(String handoffId) {
    kept.forget(handoffId);
  }

  private List<T> rows(Kept all) {
    return all.rows().stream().map(type::cast).toList();
  }
}
