package dev.baton.engine.rows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbBulkOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** One statement for several rows that the engine would write one by one. */
record SetStatement(Kind kind, List<DbOperation> operations) {
  /** With ten parameters a row still far from what a statement may have. */
  private static final int MOST = 500;

  /**
   * How rows of a kind are written.
   *
   * @param row a row's part of the statement, repeated between the two others
   * @param values of a row's parameters
   */
  private record Kind(
      String before,
      String row,
      String between,
      String after,
      Function<DbOperation, List<?>> values) {}

  /** No executions: H2 refuses to delete a parent and its child at once. */
  private static final Map<Class<?>, Kind> DELETES =
      Map.of(
          VariableInstanceEntity.class, deletes("ACT_RU_VARIABLE"),
          JobEntity.class, deletes("ACT_RU_JOB"));

  private static final String RIGHTS_OF_RESOURCE = "deleteAuthorizationsForResourceId";

  private static final Kind RIGHTS =
      new Kind(
          "delete from ACT_RU_AUTHORIZATION where ",
          "RESOURCE_TYPE_ = ? and RESOURCE_ID_ = ?",
          " or ",
          "",
          operation -> resource((Map<?, ?>) ((DbBulkOperation) operation).getParameter()));

  private static final Kind VARIABLES =
      new Kind(
          "merge into ACT_RU_VARIABLE v using (values ",
          "(cast(? as varchar(64)), cast(? as integer), cast(? as integer), cast(? as varchar(64)),"
              + " cast(? as varchar(64)), cast(? as varchar(255)), cast(? as varchar(64)),"
              + " cast(? as double precision), cast(? as bigint), cast(? as varchar(4000)),"
              + " cast(? as varchar(4000)), cast(? as bigint))",
          ", ",
          ") as n (id, rev, next, execution, scope, type, bytes, number, whole, word, more, turn)"
              + " on (v.ID_ = n.id and v.REV_ = n.rev)"
              + " when matched then update set REV_ = n.next, EXECUTION_ID_ = n.execution,"
              + " VAR_SCOPE_ = n.scope, TYPE_ = n.type, BYTEARRAY_ID_ = n.bytes,"
              + " DOUBLE_ = n.number, LONG_ = n.whole, TEXT_ = n.word, TEXT2_ = n.more,"
              + " SEQUENCE_COUNTER_ = n.turn",
          operation ->
              variable((VariableInstanceEntity) ((DbEntityOperation) operation).getEntity()));

  private static Kind deletes(String table) {
    return new Kind(
        "delete from %s where ".formatted(table),
        "ID_ = ? and REV_ = ?",
        " or ",
        "",
        operation -> idAndRevision((DbEntityOperation) operation));
  }

  /** Two or more of one kind that follow each other from here on. */
  static Optional<SetStatement> at(List<DbOperation> operations, int from) {
    return kind(operations.get(from))
        .map(
            kind ->
                new SetStatement(
                    kind,
                    operations.subList(from, operations.size()).stream()
                        .takeWhile(next -> kind(next).filter(kind::equals).isPresent())
                        .limit(MOST)
                        .toList()))
        .filter(set -> set.operations.size() > 1);
  }

  private static Optional<Kind> kind(DbOperation operation) {
    if (operation instanceof DbBulkOperation bulk) {
      return RIGHTS_OF_RESOURCE.equals(bulk.getStatement())
          ? Optional.of(RIGHTS)
          : Optional.empty();
    }
    Class<?> type = operation.getEntityType();
    return switch (operation.getOperationType()) {
      case DELETE ->
          DELETES.entrySet().stream()
              .filter(each -> each.getKey().isAssignableFrom(type))
              .map(Map.Entry::getValue)
              .findFirst();
      case UPDATE ->
          type == VariableInstanceEntity.class ? Optional.of(VARIABLES) : Optional.empty();
      default -> Optional.empty();
    };
  }

  String sql() {
    return kind.before
        + String.join(kind.between, Collections.nCopies(operations.size(), kind.row))
        + kind.after;
  }

  /** Of all parameters in their order; each may be null. */
  List<?> values() {
    return operations.stream().map(kind.values).flatMap(List::stream).toList();
  }

  private static List<?> idAndRevision(DbEntityOperation delete) {
    return List.of(delete.getEntity().getId(), ((HasDbRevision) delete.getEntity()).getRevision());
  }

  private static List<?> resource(Map<?, ?> parameter) {
    return Arrays.asList(parameter.get("resourceType"), parameter.get("resourceId"));
  }

  private static List<?> variable(VariableInstanceEntity variable) {
    return Arrays.asList(
        variable.getId(),
        variable.getRevision(),
        variable.getRevisionNext(),
        variable.getExecutionId(),
        variable.getVariableScopeId(),
        variable.getSerializerName(),
        variable.getByteArrayValueId(),
        variable.getDoubleValue(),
        variable.getLongValue(),
        variable.getTextValue(),
        variable.getTextValue2(),
        variable.getSequenceCounter());
  }
}
