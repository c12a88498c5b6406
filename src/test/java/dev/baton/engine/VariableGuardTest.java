package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.junit.jupiter.api.Test;

class VariableGuardTest {
  /** As a client sends it: bytes that become an object where they are read. */
  private static final ObjectValue BYTES =
      Variables.serializedObjectValue(
              "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0eIHSHZnHYZ0DAAFJAARzaXpleHAAAAAAdwQAAAAAeA==")
          .serializationDataFormat(SerializationDataFormats.JAVA)
          .objectTypeName(ArrayList.class.getName())
          .create();

  @Test
  void an_engine_that_allows_it_makes_objects_of_a_clients_bytes_and_ours_does_not() {
    ProcessEngine open = TestEngine.bare();
    ((ProcessEngineConfigurationImpl) open.getProcessEngineConfiguration())
        .setJavaSerializationFormatEnabled(true);
    assertThat(stored(open)).isInstanceOf(ArrayList.class);
    open.close();

    ProcessEngine fenced = TestEngine.fenced(TestEngine.steps());
    assertThatThrownBy(() -> stored(fenced)).hasMessageContaining("Java serialization");
    fenced.close();
  }

  @Test
  void a_foreign_type_is_never_made_of_a_clients_text() {
    ProcessEngine fenced = TestEngine.fenced(TestEngine.steps());
    var configuration = (ProcessEngineConfigurationImpl) fenced.getProcessEngineConfiguration();
    var validator = configuration.getDeserializationTypeValidator();

    assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(validator.validate("javax.naming.InitialContext")).isFalse();
    assertThat(validator.validate("dev.baton.handoff.record.Handoff")).isTrue();
    fenced.close();
  }

  private static Object stored(ProcessEngine engine) {
    Task task = engine.getTaskService().newTask();
    engine.getTaskService().saveTask(task);
    engine.getTaskService().setVariables(task.getId(), Map.of("list", BYTES));
    return engine.getTaskService().getVariable(task.getId(), "list");
  }
}
