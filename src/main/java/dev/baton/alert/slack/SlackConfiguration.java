package dev.baton.alert.slack;

import dev.baton.BatonSettings;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.message.Recipients;
import dev.baton.people.People;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: what people do in Slack, and the messages that show it. */
@Configuration
public class SlackConfiguration {
  /** Usually a clerk is woken; this finds what a crash or a pause left behind. */
  private static final Duration LOOK = Duration.ofMillis(500);

  @Bean
  SlackClient slackLine(SlackSettings settings) {
    return new SlackClient(settings, Duration.ofSeconds(10));
  }

  @Bean
  SlackMessageActions slackOffers(
      Notices notices, SlackMessages messages, ObjectProvider<OpenTasks> questions, Clock clock) {
    return new SlackMessageActions(notices, messages, questions, clock);
  }

  @Bean
  RetentionJob forgetting(SlackActions actions, RetentionSettings retentionSettings, Clock clock) {
    return new RetentionJob(actions, retentionSettings, clock);
  }

  @Bean
  SlackSignatureVerifier slackSignatures(SlackSettings settings, JdbcClient jdbc) {
    // Slack signs by the real clock, which a demo doesn't move
    return new SlackSignatureVerifier(settings.signingSecret(), jdbc, Clock.systemUTC());
  }

  @Bean
  SlackActionProcessor slackClerk(
      SlackActions actions,
      SlackClient client,
      People people,
      ObjectProvider<OpenTasks> questions,
      PlatformTransactionManager transactions,
      Clock clock,
      BatonSettings settings) {
    return new SlackActionProcessor(
        actions,
        client,
        new SlackUsers(client, people),
        questions,
        new TransactionTemplate(transactions),
        clock,
        settings.publicUrl());
  }

  @Bean
  SlackInbox slackDesk(
      SlackSettings settings,
      SlackSignatureVerifier signatures,
      SlackActions actions,
      SlackActionProcessor processor,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new SlackInbox(
        settings, signatures, actions, processor, new TransactionTemplate(transactions), clock);
  }

  @Bean
  SlackMessageUpdates slackUpdates(
      SlackMessages messages,
      Notices notices,
      NoticeQueue queue,
      Recipients recipients,
      SlackClient client,
      MessageRenderer renderer,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new SlackMessageUpdates(
        messages,
        notices,
        queue,
        recipients,
        client,
        renderer,
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  SchedulingConfigurer slackLook(
      SlackSettings settings, SlackInbox inbox, SlackMessageUpdates updates) {
    return registrar -> {
      if (settings.answerable()) {
        registrar.addFixedDelayTask(inbox::wake, LOOK);
        registrar.addFixedDelayTask(updates::drain, LOOK);
      }
    };
  }
}
