package dev.baton.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;

/** The channels, and one dispatcher for each, so that none waits for another's peer. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties({
  QuietHours.class,
  MessageBudget.class,
  SlackSettings.class,
  MailSettings.class,
  TeamsSettings.class,
  Keeping.class
})
class Dispatching {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Bean
  SlackLine slackLine(SlackSettings settings) {
    return new SlackLine(settings, Duration.ofSeconds(10));
  }

  @Bean
  SlackMessenger slackMessenger(
      SlackSettings settings, SlackLine line, ObjectProvider<SlackOffers> offers) {
    return new SlackMessenger(
        settings, line, settings.answerable() ? offers.stream().findFirst() : Optional.empty());
  }

  @Bean
  MailMessenger mailMessenger(
      ObjectProvider<JavaMailSender> sender,
      @Value("${spring.mail.host:}") String host,
      MailSettings settings,
      ITemplateEngine templates,
      ObjectProvider<Invitations> invitations,
      ObjectProvider<Enclosures> enclosures) {
    JavaMailSender configured = host.isBlank() ? null : sender.getIfAvailable();
    return new MailMessenger(
        configured,
        settings,
        templates,
        invitations.getIfAvailable(() -> (deadline, person) -> Optional.empty()),
        enclosures.getIfAvailable(() -> reference -> List.of()),
        Duration.ofSeconds(30));
  }

  @Bean
  TeamsMessenger teamsMessenger(TeamsSettings settings, ObjectMapper json) {
    return new TeamsMessenger(settings, json, Duration.ofSeconds(10));
  }

  @Bean
  LeadMail leadMail(MailMessenger mail, ObjectProvider<LeadLetters> letters, Clock clock) {
    return new LeadMail(mail, letters.stream().findFirst(), clock);
  }

  @Bean
  SchedulingConfigurer leadCourier(
      LeadMail mail, NoticeQueue queue, PlatformTransactionManager transactions, Clock clock) {
    Courier courier = new Courier(mail, queue, new TransactionTemplate(transactions), clock);
    return registrar -> registrar.addFixedDelayTask(courier::drain, PAUSE);
  }

  @Bean
  SchedulingConfigurer dispatchers(
      List<Messenger> messengers,
      Notices notices,
      NoticeQueue queue,
      DigestLines lines,
      Readers readers,
      QuietHours quietHours,
      MessageBudget budget,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${baton.public-url}") String publicUrl) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return registrar ->
        messengers.stream()
            .map(
                messenger ->
                    new Dispatcher(
                        messenger,
                        queue,
                        readers,
                        quietHours,
                        new Digests(notices, lines, budget, json),
                        json,
                        transaction,
                        clock,
                        publicUrl))
            .forEach(dispatcher -> registrar.addFixedDelayTask(dispatcher::drain, PAUSE));
  }
}
