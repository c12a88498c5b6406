package dev.baton.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionRowsTest {
  private final TransactionRows<String> rows = new TransactionRows<>(String.class);
  private final JdbcTransactionManager transactions =
      new JdbcTransactionManager(MigratedDatabase.h2());

  private void inTransaction(Runnable work) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
  }

  private void inAnother(Runnable work) {
    TransactionTemplate another = new TransactionTemplate(transactions);
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    another.executeWithoutResult(status -> work.run());
  }

  @Test
  void a_row_is_kept_until_its_transaction_ends() {
    inTransaction(
        () -> {
          rows.keep("a", "as read");
          rows.change("a", row -> row + ", then written");
          rows.change("b", row -> row + " is nobody's");

          assertThat(rows.kept("a")).contains("as read, then written");
          assertThat(rows.kept("b")).isEmpty();
        });

    assertThat(rows.kept("a")).isEmpty();
    inTransaction(() -> assertThat(rows.kept("a")).isEmpty());
  }

  @Test
  void a_transaction_in_between_keeps_rows_of_its_own() {
    inTransaction(
        () -> {
          rows.keep("a", "outer");
          inAnother(
              () -> {
                assertThat(rows.kept("a")).isEmpty();
                rows.keep("a", "inner");
              });

          assertThat(rows.kept("a")).contains("outer");
        });
  }

  @Test
  void a_forgotten_row_is_read_again() {
    inTransaction(
        () -> {
          rows.keep("a", "one");
          rows.keep("b", "other");
          rows.forget("a");

          assertThat(rows.kept("a")).isEmpty();
          assertThat(rows.kept("b")).contains("other");
          rows.forgetAll();
          assertThat(rows.kept("b")).isEmpty();
        });
  }

  @Test
  void without_a_transaction_nothing_is_kept() {
    rows.keep("a", "as read");

    assertThat(rows.kept("a")).isEmpty();
  }
}
