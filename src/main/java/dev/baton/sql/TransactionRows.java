package dev.baton.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that a transaction has read, kept until it ends so that each is read once; whoever keeps
 * them also writes them. Outside of a transaction nothing is kept.
 */
public final class TransactionRows<V> {
  private final Class<V> type;

  public TransactionRows(Class<V> type) {
    this.type = type;
  }

  /** The row as it was kept in this transaction. */
  public Optional<V> kept(String id) {
    return rows().map(rows -> type.cast(rows.byId.get(id)));
  }

  public void keep(String id, V row) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive()) {
      rows().orElseGet(this::bind).byId.put(id, row);
    }
  }

  /** What was just written to a row is true of the kept one too. */
  public void change(String id, UnaryOperator<V> change) {
    kept(id).ifPresent(row -> keep(id, change.apply(row)));
  }

  public void forget(String id) {
    rows().ifPresent(rows -> rows.byId.remove(id));
  }

  public void forgetAll() {
    rows().ifPresent(rows -> rows.byId.clear());
  }

  private Optional<Rows> rows() {
    return Optional.ofNullable((Rows) TransactionSynchronizationManager.getResource(this));
  }

  private Rows bind() {
    Rows rows = new Rows();
    TransactionSynchronizationManager.bindResource(this, rows);
    TransactionSynchronizationManager.registerSynchronization(new EndOfRows(rows, this));
    return rows;
  }

  private static final class Rows extends ResourceHolderSupport {
    private final Map<String, Object> byId = new HashMap<>();
  }

  /** Also takes them aside while another transaction runs in between. */
  private static final class EndOfRows extends ResourceHolderSynchronization<Rows, Object> {
    EndOfRows(Rows rows, Object key) {
      super(rows, key);
    }
  }
}
