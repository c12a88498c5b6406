package dev.baton.engine.rows;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Versions of models that are in force: one look a transaction, which the engine's rule tasks and
 * our own questions share, so that a deployment or a deletion on any node counts at once.
 *
 * @param source the engine's
 */
public record ModelsInForce(DataSource source) {
  private static final String TABLE = "DECISION ";

  /** Processes and forms too: with the tables they are what judges (rule R21). */
  private static final String IN_FORCE =
      """
      select 'DECISION' as kind, KEY_, ID_, VERSION_
        from ACT_RE_DECISION_DEF where TENANT_ID_ is null
      union all
      select 'PROCESS' as kind, KEY_, ID_, VERSION_
        from ACT_RE_PROCDEF where TENANT_ID_ is null
      union all
      select 'FORM' as kind, KEY_, ID_, VERSION_
        from ACT_RE_CAMFORMDEF where TENANT_ID_ is null
      """;

  /**
   * The version in force of one model.
   *
   * @param model its kind and key
   */
  public record Version(String model, String id, int number) {}

  /** What tells a decision table from other models. */
  public static String table(String key) {
    return TABLE + key;
  }

  public static boolean isTable(String model) {
    return model.startsWith(TABLE);
  }

  private static final class Look extends ResourceHolderSupport {
    private final Map<String, Version> versions;

    Look(Map<String, Version> versions) {
      this.versions = versions;
    }
  }

  /** Whether a look holds: in a transaction that deploys and deletes nothing itself. */
  public static boolean isKept() {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive()
        && !DeploymentChanges.inTransaction();
  }

  /**
   * By model; the same for a whole transaction, unless that deploys or deletes something itself.
   */
  public Map<String, Version> latest() {
    return isKept() ? kept() : look();
  }

  /** The id of a table's version that holds for the transaction; empty outside of one. */
  Optional<String> keptId(String key) {
    return isKept()
        ? Optional.ofNullable(kept().get(table(key))).map(Version::id)
        : Optional.empty();
  }

  private Map<String, Version> kept() {
    Look known = (Look) TransactionSynchronizationManager.getResource(this);
    return known != null ? known.versions : bound(new Look(look())).versions;
  }

  private Look bound(Look look) {
    TransactionSynchronizationManager.bindResource(this, look);
    TransactionSynchronizationManager.registerSynchronization(
        new ResourceHolderSynchronization<>(look, this) {});
    return look;
  }

  private Map<String, Version> look() {
    return JdbcClient.create(source)
        .sql(IN_FORCE)
        .query(
            (rs, row) ->
                new Version(
                    rs.getString("KIND") + " " + rs.getString("KEY_"),
                    rs.getString("ID_"),
                    rs.getInt("VERSION_")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Version::model,
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparing(Version::number))));
  }
}
