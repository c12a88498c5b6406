package dev.baton.alert.slack;

import dev.baton.BatonSettings;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.text.MessageTexts;
import dev.baton.people.People;
import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: what people do in Slack, and the messages that show it. */
@Configuration
public class SlackConfiguration {
  @Bean
  SlackClient slackClient(SlackAccess settings) {
    return new SlackClient(settings, Duration.ofSeconds(10));
  }

  @Bean
  SlackMessageActions slackMessageActions(
      Notices notices, SlackMessages messages, ObjectProvider<OpenTasks> questions, Clock clock) {
    return new SlackMessageActions(notices, messages, questions, clock);
  }

  @Bean
  ExpiredRows expiredSlackAnswers(RetentionSettings keep) {
    return new ExpiredRows(
        "slack-answers",
        "slack_action",
        "id",
        "state = 'done' and recorded_at < :before",
        keep.slackAnswers());
  }

  /** What still stands open in Slack, or failed, is looked for. */
  @Bean
  ExpiredRows expiredSlackMessages(RetentionSettings keep) {
    return new ExpiredRows(
        "slack-messages",
        "slack_message",
        "notice_key",
        "state = 'done' and outcome_at < :before",
        keep.slackMessages());
  }

  @Bean
  SlackSignatureVerifier slackSignatureVerifier(SlackAccess settings, JdbcClient jdbc) {
    // Slack signs by the real clock, which a demo doesn't move
    return new SlackSignatureVerifier(
        () -> Optional.ofNullable(settings.get().signingSecret()), jdbc, Clock.systemUTC());
  }

  @Bean
  SlackActionProcessor slackActionProcessor(
      SlackActions actions,
      SlackClient client,
      People people,
      ObjectProvider<OpenTasks> questions,
      ChannelFailures failures,
      PlatformTransactionManager transactions,
      MessageTexts texts,
      Clock clock,
      BatonSettings settings) {
    return new SlackActionProcessor(
        actions,
        client,
        new SlackUsers(client, people),
        new SlackAnswers(
            client, questions, texts, new SlackWaitingList(clock, settings.publicUrl())),
        failures,
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  SlackInbox slackInbox(
      SlackAccess settings,
      SlackSignatureVerifier signatures,
      SlackActions actions,
      SlackActionProcessor processor,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new SlackInbox(
        settings, signatures, actions, processor, new TransactionTemplate(transactions), clock);
  }

  @Bean
  SlackSocket slackSocket(SlackClient client, SlackInbox inbox, SlackAccess settings) {
    return new SlackSocket(client, inbox, settings);
  }

  @Bean
  SlackMessageUpdates slackMessageUpdates(
      SlackMessages messages,
      Notices notices,
      NoticeQueue queue,
      ChannelFailures failures,
      Recipients recipients,
      SlackClient client,
      MessageRenderer renderer,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new SlackMessageUpdates(
        messages,
        queue,
        failures,
        client,
        new AnsweredMessageRenderer(notices, recipients, renderer, clock),
        new TransactionTemplate(transactions),
        clock);
  }

  /** Usually an action is processed at once; this finds what a crash or a pause left behind. */
  @Bean
  SmartInitializingSingleton slackWorkers(
      ChannelThreads threads,
      SlackAccess settings,
      SlackInbox inbox,
      SlackSocket socket,
      SlackMessageUpdates updates) {
    return () -> {
      threads.add("slack answers", inbox::wakeIfDue);
      threads.add(SlackMessages.UPDATES, () -> settings.get().answerable() && updates.drain());
      threads.add("slack socket", socket::open);
    };
  }
}
