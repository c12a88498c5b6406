package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Deploys tables to an engine behind the gate, one for all tests of a class. */
public class GatedTables implements BeforeAllCallback, AfterAllCallback {
  private @Nullable ProcessEngine engine;

  @Override
  public void beforeAll(ExtensionContext context) {
    engine = TestEngine.fenced(TestEngine.steps());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Objects.requireNonNull(engine).close();
  }

  /** Deploys a table by its name. */
  public void deploy(String table, String xml) {
    deploy(Map.of(table, xml));
  }

  /** Deploys tables together. */
  public void deploy(Map<String, String> tables) {
    DeploymentBuilder deployment =
        Objects.requireNonNull(engine).getRepositoryService().createDeployment();
    tables.forEach((table, xml) -> deployment.addString(table + ".dmn", xml));
    deployment.deploy();
  }

  /** What is said of a table that is refused, as it must be. */
  public List<Problem> problems(String table, String xml) {
    ParseException refusal = catchThrowableOfType(ParseException.class, () -> deploy(table, xml));
    assertThat(refusal).as("refused").isNotNull();
    return refusal.getResorceReports().get(0).getErrors();
  }
}
