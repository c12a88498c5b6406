package dev.baton.engine.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Session that deletes variables and jobs by one statement a table. Nothing refers to their rows,
 * so they go first; a row that somebody else changed meanwhile fails all of them, as it fails the
 * transaction, which is Spring's to end.
 */
final class SetDeletes extends BatchDbSqlSession {
  private static final Map<Class<? extends DbEntity>, String> TABLES =
      Map.of(VariableInstanceEntity.class, "ACT_RU_VARIABLE", JobEntity.class, "ACT_RU_JOB");

  /** Each has two parameters. */
  private static final int MOST = 500;

  SetDeletes(DbSqlSessionFactory factory) {
    super(factory);
  }

  @Override
  public FlushResult executeDbOperations(List<DbOperation> operations) {
    List<DbOperation> others = new ArrayList<>(operations);
    for (Map.Entry<Class<? extends DbEntity>, String> table : TABLES.entrySet()) {
      List<DbEntityOperation> deletes =
          operations.stream().flatMap(each -> deleteOf(table.getKey(), each)).toList();
      if (deletes.size() > 1) {
        others.removeAll(deletes);
        for (int from = 0; from < deletes.size(); from += MOST) {
          List<DbEntityOperation> some =
              deletes.subList(from, Math.min(from + MOST, deletes.size()));
          if (!delete(table.getValue(), some)) {
            return FlushResult.withFailuresAndRemaining(List.copyOf(some), others);
          }
        }
      }
    }
    return others.isEmpty() ? FlushResult.allApplied() : super.executeDbOperations(others);
  }

  private static Stream<DbEntityOperation> deleteOf(Class<?> type, DbOperation operation) {
    return operation.getOperationType() == DbOperationType.DELETE
            && operation instanceof DbEntityOperation delete
            && type.isInstance(delete.getEntity())
        ? Stream.of(delete)
        : Stream.empty();
  }

  private boolean delete(String table, List<DbEntityOperation> deletes) {
    Optional<PersistenceException> failure = Optional.empty();
    int deleted = 0;
    try {
      deleted = deleted(table, deletes);
    } catch (SQLException e) {
      failure = Optional.of(new PersistenceException(e));
    }
    boolean isWhole = deleted == deletes.size();
    for (DbEntityOperation each : deletes) {
      postProcessOperationPerformed(each, isWhole ? 1 : 0, failure.orElse(null));
    }
    return isWhole;
  }

  private int deleted(String table, List<DbEntityOperation> deletes) throws SQLException {
    String rows =
        deletes.stream().map(each -> "ID_ = ? and REV_ = ?").collect(Collectors.joining(" or "));
    String sql = "delete from %s where %s".formatted(table, rows);
    try (PreparedStatement statement = getSqlSession().getConnection().prepareStatement(sql)) {
      int parameter = 1;
      for (DbEntityOperation each : deletes) {
        statement.setString(parameter++, each.getEntity().getId());
        statement.setInt(parameter++, ((HasDbRevision) each.getEntity()).getRevision());
      }
      return statement.executeUpdate();
    }
  }
}
