package dev.baton.alert;

import dev.baton.people.People;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: what people do in Slack, and the messages that show it. */
@Configuration
class SlackAnswering {
  /** Usually a clerk is woken; this finds what a crash or a pause left behind. */
  private static final Duration LOOK = Duration.ofMillis(500);

  @Bean
  SlackLine slackLine(SlackSettings settings) {
    return new SlackLine(settings, Duration.ofSeconds(10));
  }

  @Bean
  SlackOffers slackOffers(
      Notices notices, SentMessages messages, ObjectProvider<Questions> questions, Clock clock) {
    return new SlackOffers(notices, messages, questions, clock);
  }

  @Bean
  Forgetting forgetting(SlackActions actions, Keeping keeping, Clock clock) {
    return new Forgetting(actions, keeping, clock);
  }

  @Bean
  SlackSignatures slackSignatures(SlackSettings settings, JdbcClient jdbc) {
    // Slack signs by the real clock, which a demo doesn't move
    return new SlackSignatures(settings.signingSecret(), jdbc, Clock.systemUTC());
  }

  @Bean
  SlackClerk slackClerk(
      SlackActions actions,
      SlackLine line,
      People people,
      ObjectProvider<Questions> questions,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${baton.public-url}") String publicUrl) {
    return new SlackClerk(
        actions,
        line,
        new SlackPeople(line, people),
        questions,
        new TransactionTemplate(transactions),
        clock,
        publicUrl);
  }

  @Bean
  SlackDesk slackDesk(
      SlackSettings settings,
      SlackSignatures signatures,
      SlackActions actions,
      SlackClerk clerk,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new SlackDesk(
        settings, signatures, actions, clerk, new TransactionTemplate(transactions), clock);
  }

  @Bean
  SlackUpdates slackUpdates(
      SentMessages messages,
      Notices notices,
      NoticeQueue queue,
      Readers readers,
      SlackLine line,
      MessageRenderer renderer,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new SlackUpdates(
        messages,
        notices,
        queue,
        readers,
        line,
        renderer,
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  SchedulingConfigurer slackLook(SlackSettings settings, SlackDesk desk, SlackUpdates updates) {
    return registrar -> {
      if (settings.answerable()) {
        registrar.addFixedDelayTask(desk::wake, LOOK);
        registrar.addFixedDelayTask(updates::drain, LOOK);
      }
    };
  }
}
