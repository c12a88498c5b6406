package dev.baton.engine.job;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** Configuration of the job executor, with the starter's threads and settings. */
@Configuration
class JobConfiguration {

  @Bean
  JobExecutor jobExecutor(
      @Qualifier("camundaTaskExecutor") TaskExecutor threads,
      CamundaBpmProperties camunda,
      ObjectProvider<JobPreparation> preparations) {
    JobExecutionProperty settings = camunda.getJobExecution();
    GroupingJobExecutor executor =
        new GroupingJobExecutor(() -> preparations.orderedStream().toList());
    executor.setTaskExecutor(threads);
    executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    executor.setLockTimeInMillis(settings.getLockTimeInMillis());
    executor.setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
    executor.setWaitTimeInMillis(settings.getWaitTimeInMillis());
    executor.setMaxWait(settings.getMaxWait());
    return executor;
  }
}
