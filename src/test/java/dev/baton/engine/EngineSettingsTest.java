package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.OnH2;
import dev.baton.engine.guard.LeanHistoryLevel;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The starter's own settings come after ours and could quietly win. */
@OnH2
class EngineSettingsTest {
  @Autowired ProcessEngine engine;

  @Test
  void the_running_engine_keeps_lean_history_and_retries_for_hours() {
    var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThat(settings.getHistoryLevel()).isInstanceOf(LeanHistoryLevel.class);
    assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("start");
    assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo(EngineSettings.RETRY_CYCLE);
    assertThat(settings.getDefaultNumberOfRetries()).isEqualTo(12);
    assertThat(settings.isJobExecutorAcquireByDueDate()).isTrue();
    assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(2000);
    assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
  }
}
