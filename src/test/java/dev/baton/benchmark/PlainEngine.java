package dev.baton.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * The engine with its defaults and Spring's starter's ids and connections, and a process like a
 * handoff: a step that the job executor runs, two questions to people with two timers each, ten
 * variables; without leads, scores, figures, messages or HTTP. Told how many by a line, it starts
 * and completes them.
 */
final class PlainEngine {
  private static final String PROCESS = "plain-handoff";

  private final ProcessEngine engine;
  private final ExecutorService callers = Executors.newFixedThreadPool(4);

  private PlainEngine(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * Begins.
   *
   * @param words the database's URL and its user
   */
  public static void main(String[] words) throws Exception {
    HikariDataSource connections = new HikariDataSource();
    connections.setJdbcUrl(words[0]);
    connections.setUsername(words[1]);
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setDataSource(connections);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(true);
    ProcessEngine engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("plain.bpmn", model())
        .deploy();
    try {
      new PlainEngine(engine).answer();
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(PROCESS)
        .camundaHistoryTimeToLive(180)
        .startEvent()
        .serviceTask("assign")
        .camundaExpression("${execution.setVariable('owner', 'rep1')}")
        .camundaAsyncBefore()
        .userTask("review")
        .camundaAssignee("${owner}")
        .boundaryEvent()
        .cancelActivity(false)
        .timerWithDuration("PT20H")
        .endEvent()
        .moveToActivity("review")
        .boundaryEvent()
        .cancelActivity(false)
        .timerWithDuration("PT24H")
        .endEvent()
        .moveToActivity("review")
        .exclusiveGateway("accepted")
        .condition("yes", "${decision == 'accept'}")
        .userTask("qualify")
        .camundaAssignee("${owner}")
        .boundaryEvent()
        .cancelActivity(false)
        .timerWithDuration("PT60H")
        .endEvent()
        .moveToActivity("qualify")
        .boundaryEvent()
        .cancelActivity(false)
        .timerWithDuration("PT72H")
        .endEvent()
        .moveToActivity("qualify")
        .endEvent()
        .moveToNode("accepted")
        .condition("no", "${decision != 'accept'}")
        .endEvent()
        .done();
  }

  private void answer() throws Exception {
    System.out.println("ready now");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      run(Integer.parseInt(line));
      System.out.println("done " + line);
    }
  }

  private void run(int many) throws Exception {
    List<Callable<Object>> starts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      starts.add(() -> engine.getRuntimeService().startProcessInstanceByKey(PROCESS, variables()));
    }
    all(starts);
    complete("review", many, Map.of("decision", "accept"));
    complete("qualify", many, Map.of("budget", true, "need", true));
  }

  private static Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    for (String name : List.of("lead", "company", "source", "campaign", "segment", "channel")) {
      variables.put(name, "some " + name);
    }
    variables.put("score", 80);
    variables.put("hot", true);
    variables.put("owner", null);
    variables.put("decision", null);
    return variables;
  }

  private void complete(String question, int many, Map<String, Object> answer) throws Exception {
    List<Task> tasks = List.of();
    while (tasks.size() < many) {
      Thread.sleep(100);
      tasks = engine.getTaskService().createTaskQuery().taskDefinitionKey(question).list();
    }
    List<Callable<Object>> answers = new ArrayList<>();
    for (Task task : tasks) {
      answers.add(
          () -> {
            engine.getTaskService().complete(task.getId(), answer);
            return task;
          });
    }
    all(answers);
  }

  private void all(List<Callable<Object>> acts) throws Exception {
    for (Future<Object> act : callers.invokeAll(acts)) {
      act.get();
    }
  }
}
