package dev.baton.handoff;

import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.ProcessProblem;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can happen to the process of a handoff behind our back. */
enum BrokenProcess {
  DELETED_THROUGH_THE_ENGINE(
      ProcessProblem.NO_PROCESS,
      (scenario, lead) ->
          runtime(scenario).deleteProcessInstance(instance(scenario, lead).getId(), "tidying up")),
  DELETED_BY_SQL(
      ProcessProblem.NO_PROCESS,
      (scenario, lead) -> {
        String id = instance(scenario, lead).getId();
        deleteTask(scenario.db(), id);
        List.of(
                "ACT_RU_JOB where PROCESS_INSTANCE_ID_",
                "ACT_RU_VARIABLE where PROC_INST_ID_",
                "ACT_RU_INCIDENT where PROC_INST_ID_")
            .forEach(rows -> delete(scenario.db(), rows, id));
        scenario
            .db()
            .sql(
                "update ACT_RU_EXECUTION set PARENT_ID_ = null, SUPER_EXEC_ = null"
                    + " where PROC_INST_ID_ = :id and ID_ <> :id")
            .param("id", id)
            .update();
        delete(scenario.db(), "ACT_RU_EXECUTION where ID_ <> PROC_INST_ID_ and PROC_INST_ID_", id);
        delete(scenario.db(), "ACT_RU_EXECUTION where ID_", id);
      }),
  WITHOUT_ITS_TASK(
      ProcessProblem.NO_TASK,
      (scenario, lead) -> deleteTask(scenario.db(), instance(scenario, lead).getId())),
  TWICE(
      ProcessProblem.SEVERAL_PROCESSES,
      (scenario, lead) ->
          runtime(scenario)
              .createProcessInstanceByKey(HandoffProcess.KEY)
              .businessKey(lead.handoff().id())
              .setVariables(runtime(scenario).getVariables(instance(scenario, lead).getId()))
              .startBeforeActivity(lead.state().task())
              .execute()),
  SUSPENDED(
      ProcessProblem.SUSPENDED,
      (scenario, lead) ->
          runtime(scenario).suspendProcessInstanceById(instance(scenario, lead).getId()));

  private final ProcessProblem problem;
  private final BiConsumer<HandoffScenario, LeadActor> happens;

  BrokenProcess(ProcessProblem problem, BiConsumer<HandoffScenario, LeadActor> happens) {
    this.problem = problem;
    this.happens = happens;
  }

  ProcessProblem problem() {
    return problem;
  }

  void happensTo(HandoffScenario scenario, LeadActor lead) {
    happens.accept(scenario, lead);
  }

  private static RuntimeService runtime(HandoffScenario scenario) {
    return scenario.bean(RuntimeService.class);
  }

  private static ProcessInstance instance(HandoffScenario scenario, LeadActor lead) {
    return runtime(scenario)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(lead.handoff().id(), HandoffProcess.KEY)
        .singleResult();
  }

  private static void deleteTask(JdbcClient db, String instance) {
    String tasks = "(select ID_ from ACT_RU_TASK where PROC_INST_ID_ = :id)";
    for (String rows :
        List.of("ACT_RU_IDENTITYLINK where TASK_ID_ in ", "ACT_RU_VARIABLE where TASK_ID_ in ")) {
      db.sql("delete from " + rows + tasks).params(Map.of("id", instance)).update();
    }
    delete(db, "ACT_RU_TASK where PROC_INST_ID_", instance);
  }

  private static void delete(JdbcClient db, String rows, String instance) {
    db.sql("delete from " + rows + " = :id").param("id", instance).update();
  }
}
