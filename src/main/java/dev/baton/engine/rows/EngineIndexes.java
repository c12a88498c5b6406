package dev.baton.engine.rows;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Indexes of the engine's tables: those that it lacks are added, and those that nobody here reads
 * by go, since each row that is written pays for each of them. There are neither tenants nor cases,
 * and history is read by instance and cleaned up by removal time.
 */
public final class EngineIndexes {
  private static final List<String> ADDED =
      List.of(
          // timers are found by due date, and each task that ends is asked for its subtasks
          "baton_job_duedate on ACT_RU_JOB (DUEDATE_)",
          "baton_task_parent on ACT_RU_TASK (PARENT_TASK_ID_)");

  private static final List<String> UNREAD =
      List.of(
          "ACT_IDX_EXEC_TENANT_ID",
          "ACT_IDX_JOB_TENANT_ID",
          "ACT_IDX_JOB_JOB_DEF_ID",
          // by handler are found only timers that start a process, when it is deployed
          "ACT_IDX_JOB_HANDLER_TYPE",
          "ACT_IDX_JOB_HANDLER",
          // another one begins with it
          "ACT_IDX_VARIABLE_TASK_ID",
          "ACT_IDX_TASK_TENANT_ID",
          "ACT_IDX_TASK_LAST_UPDATED",
          "ACT_IDX_TASK_OWNER",
          "ACT_IDX_TASK_CREATE",
          "ACT_IDX_VARIABLE_TENANT_ID",
          "ACT_IDX_HI_PRO_INST_END",
          "ACT_IDX_HI_PRO_INST_PROC_TIME",
          "ACT_IDX_HI_PI_PDEFID_END_TIME",
          "ACT_IDX_HI_PRO_RST_PRO_INST_ID",
          "ACT_IDX_HI_PRO_INST_ROOT_PI",
          "ACT_IDX_HI_TASKINST_ROOT_PI",
          "ACT_IDX_HI_TASK_INST_PROC_DEF_KEY",
          "ACT_IDX_HI_PRO_INST_TENANT_ID",
          "ACT_IDX_HI_TASK_INST_END",
          "ACT_IDX_HI_TASK_INST_START",
          "ACT_IDX_HI_TASK_INST_TENANT_ID",
          // its first column is the primary key
          "ACT_IDX_HI_TASKINSTID_PROCINST");

  /** H2 needs them for foreign keys. */
  private static final List<String> UNREAD_ON_POSTGRESQL =
      List.of(
          "ACT_IDX_BATCH_ID",
          "ACT_IDX_VAR_CASE_EXE",
          "ACT_IDX_VAR_CASE_INST_ID",
          "ACT_IDX_TASK_CASE_EXEC",
          "ACT_IDX_TASK_CASE_DEF_ID");

  /**
   * An index without the rows that have no value there, which are most and which nobody looks for.
   *
   * @param replaced the engine's
   */
  private record Partial(String replaced, String table, String columns, String value) {
    String name() {
      return replaced.replace("ACT_IDX", "baton");
    }

    String definition() {
      return "create index if not exists %s on %s (%s) where %s is not null"
          .formatted(name(), table, columns, value);
    }
  }

  private static final List<Partial> PARTIAL =
      List.of(
          new Partial(
              "ACT_IDX_VARIABLE_TASK_NAME_TYPE",
              "ACT_RU_VARIABLE",
              "TASK_ID_, NAME_, TYPE_",
              "TASK_ID_"),
          new Partial("ACT_IDX_VAR_BYTEARRAY", "ACT_RU_VARIABLE", "BYTEARRAY_ID_", "BYTEARRAY_ID_"),
          new Partial(
              "ACT_IDX_JOB_EXCEPTION", "ACT_RU_JOB", "EXCEPTION_STACK_ID_", "EXCEPTION_STACK_ID_"),
          new Partial("ACT_IDX_EXE_SUPER", "ACT_RU_EXECUTION", "SUPER_EXEC_", "SUPER_EXEC_"),
          new Partial(
              "ACT_IDX_ATHRZ_PROCEDEF", "ACT_RU_IDENTITYLINK", "PROC_DEF_ID_", "PROC_DEF_ID_"),
          new Partial("ACT_IDX_IDENT_LNK_USER", "ACT_RU_IDENTITYLINK", "USER_ID_", "USER_ID_"),
          new Partial(
              "ACT_IDX_AUTH_RM_TIME", "ACT_RU_AUTHORIZATION", "REMOVAL_TIME_", "REMOVAL_TIME_"),
          new Partial(
              "ACT_IDX_AUTH_ROOT_PI",
              "ACT_RU_AUTHORIZATION",
              "ROOT_PROC_INST_ID_",
              "ROOT_PROC_INST_ID_"),
          new Partial("ACT_IDX_AUTH_GROUP_ID", "ACT_RU_AUTHORIZATION", "GROUP_ID_", "GROUP_ID_"));

  /** Rows that are changed in place stay on their page, so that no index hears of it. */
  private static final List<String> CHANGED_IN_PLACE =
      List.of(
          "ACT_RU_VARIABLE",
          "ACT_RU_EXECUTION",
          "ACT_RU_JOB",
          "ACT_HI_TASKINST",
          "ACT_HI_PROCINST");

  private EngineIndexes() {}

  public static void adapt(JdbcClient db, boolean isPostgresql) {
    ADDED.forEach(index -> db.sql("create index if not exists " + index).update());
    UNREAD.forEach(index -> db.sql("drop index if exists " + index).update());
    if (isPostgresql) {
      UNREAD_ON_POSTGRESQL.forEach(index -> db.sql("drop index if exists " + index).update());
      PARTIAL.forEach(
          index -> {
            db.sql(index.definition()).update();
            db.sql("drop index if exists " + index.replaced()).update();
          });
      CHANGED_IN_PLACE.forEach(
          table -> db.sql("alter table %s set (fillfactor = 50)".formatted(table)).update());
    }
  }
}
