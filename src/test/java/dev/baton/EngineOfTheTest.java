package dev.baton;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * engine-rest and the webapps find their engine by name in the whole JVM. Where tests keep several
 * applications in one JVM, each test must meet the engine of its own.
 */
class EngineOfTheTest implements TestExecutionListener {

  @Override
  public void beforeTestMethod(TestContext test) {
    ApplicationContext application = test.getApplicationContext();
    application
        .getBeanProvider(ProcessEngine.class)
        .ifAvailable(ProcessEngines::registerProcessEngine);
  }
}
