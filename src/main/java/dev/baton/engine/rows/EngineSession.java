package dev.baton.engine.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * Session of the engine that asks for no row that is at hand ({@link KnownRows}) and writes rows of
 * one kind that follow each other by one statement ({@link SetStatement}). A row that somebody else
 * changed meanwhile fails all of them, as it fails the transaction, which is Spring's to end.
 */
final class EngineSession extends BatchDbSqlSession {

  EngineSession(DbSqlSessionFactory factory) {
    super(factory);
  }

  @Override
  public <T extends DbEntity> T selectById(Class<T> type, String id) {
    return KnownRows.find(type, id).orElseGet(() -> super.selectById(type, id));
  }

  @Override
  public FlushResult executeDbOperations(List<DbOperation> operations) {
    List<DbOperation> others = new ArrayList<>();
    int next = 0;
    while (next < operations.size()) {
      Optional<SetStatement> set = SetStatement.at(operations, next);
      if (set.isEmpty()) {
        others.add(operations.get(next++));
        continue;
      }
      FlushResult before = execute(others);
      List<DbOperation> rest = operations.subList(next, operations.size());
      if (before.hasFailures() || before.hasRemainingOperations()) {
        return followedBy(before, rest);
      }
      others.clear();
      List<DbOperation> together = set.get().operations();
      next += together.size();
      if (!write(set.get())) {
        return FlushResult.withFailuresAndRemaining(
            List.copyOf(together), List.copyOf(operations.subList(next, operations.size())));
      }
    }
    return execute(others);
  }

  private FlushResult execute(List<DbOperation> operations) {
    return operations.isEmpty()
        ? FlushResult.allApplied()
        : super.executeDbOperations(List.copyOf(operations));
  }

  private static FlushResult followedBy(FlushResult result, List<DbOperation> rest) {
    List<DbOperation> remaining = new ArrayList<>(result.getRemainingOperations());
    remaining.addAll(rest);
    return FlushResult.withFailuresAndRemaining(result.getFailedOperations(), remaining);
  }

  private boolean write(SetStatement set) {
    Optional<PersistenceException> failure = Optional.empty();
    int written = 0;
    try {
      written = written(set);
    } catch (SQLException e) {
      failure = Optional.of(new PersistenceException(e));
    }
    boolean isBulk = set.operations().get(0).getOperationType() == DbOperationType.DELETE_BULK;
    boolean isWhole = failure.isEmpty() && (isBulk || written == set.operations().size());
    for (DbOperation each : set.operations()) {
      postProcessOperationPerformed(each, isWhole ? 1 : 0, failure.orElse(null));
    }
    return isWhole;
  }

  private int written(SetStatement set) throws SQLException {
    try (PreparedStatement statement =
        getSqlSession().getConnection().prepareStatement(set.sql())) {
      int parameter = 1;
      for (Object value : set.values()) {
        statement.setObject(parameter++, value);
      }
      return statement.executeUpdate();
    }
  }
}
