package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.BatonSettings;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelSelector;
import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.alert.delivery.DigestItems;
import dev.baton.alert.delivery.Digests;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.mail.LeadEmailDelivery;
import dev.baton.alert.mail.MailAccounts;
import dev.baton.alert.mail.MailMessenger;
import dev.baton.alert.message.Channels;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.setting.ChannelSettings;
import dev.baton.alert.slack.SlackAccess;
import dev.baton.alert.slack.SlackActions;
import dev.baton.alert.slack.SlackConfiguration;
import dev.baton.alert.slack.SlackMessages;
import dev.baton.alert.slack.SlackMessenger;
import dev.baton.alert.teams.TeamsMessenger;
import dev.baton.alert.text.MessageTexts;
import dev.baton.engine.FileDecisions;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Calendars;
import dev.baton.people.EnabledChannels;
import dev.baton.people.People;
import dev.baton.people.Preferences;
import dev.baton.people.Role;
import dev.baton.people.Teams;
import dev.baton.sql.SecretEncryption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The room as Spring wires it, with the settings that ship. */
class AlertConfigurationTest {
  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  DataSourceTransactionManagerAutoConfiguration.class,
                  TransactionAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class,
                  FlywayAutoConfiguration.class,
                  JacksonAutoConfiguration.class,
                  ThymeleafAutoConfiguration.class,
                  MailSenderAutoConfiguration.class,
                  TaskSchedulingAutoConfiguration.class))
          .withUserConfiguration(
              AlertConfiguration.class,
              SlackConfiguration.class,
              SlackAccess.class,
              SlackMessenger.class,
              SlackActions.class,
              SlackMessages.class,
              MailAccounts.class,
              MailMessenger.class,
              ChannelSettings.class,
              SecretEncryption.class,
              TeamsMessenger.class,
              LeadEmailDelivery.class,
              Channels.class,
              ChannelSelector.class,
              MessageRenderer.class,
              Settings.class,
              Outbox.class,
              Notices.class,
              NoticeQueue.class,
              ChannelFailures.class,
              ChannelThreads.class,
              DigestItems.class,
              Digests.class,
              AlertQueries.class,
              Preferences.class,
              DeadAddresses.class,
              Recipients.class,
              People.class,
              Availability.class,
              Teams.class,
              Calendars.class,
              Absences.class)
          .withBean(MessageTexts.class, () -> new MessageTexts(FileDecisions.shipped()))
          .withBean(Clock.class, () -> new MovableClock("2026-11-24T12:25:00Z"))
          .withPropertyValues(
              "spring.datasource.url=jdbc:h2:mem:"
                  + UUID.randomUUID()
                  + ";MODE=PostgreSQL;"
                  + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");

  @Test
  void a_notice_leaves_by_itself_after_the_callers_commit() {
    application
        .withPropertyValues(
            "spring.mail.host=localhost", "spring.mail.port=" + SERVER.getSmtp().getPort())
        .run(
            context -> {
              Outbox outbox = context.getBean(Outbox.class);
              context
                  .getBean(People.class)
                  .save(AlertTestBed.person("rita", "Rita", Role.SALES, "Europe/Berlin", true));
              TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
              transaction.executeWithoutResult(
                  status -> {
                    outbox.tell(notice("rolled-back"));
                    status.setRollbackOnly();
                  });
              transaction.executeWithoutResult(status -> outbox.tell(notice("committed")));

              assertThat(SERVER.waitForIncomingEmail(5000, 1)).isTrue();
              assertThat(SERVER.getReceivedMessages()).hasSize(1);
              assertThat(context.getBean(AlertQueries.class).list(null, null, null))
                  .extracting(Alert::key)
                  .containsExactly("committed:email");
            });
  }

  @Test
  void channels_are_known_by_being_beans_in_the_order_in_which_people_read_them() {
    application.run(
        context -> {
          assertThat(context.getBean(EnabledChannels.class).all())
              .containsExactly("slack", "email", "teams");
          assertThat(context.getBean(Preferences.class).of("rita").channels())
              .containsExactly("slack", "email", "teams");
        });
  }

  @Test
  void no_channel_has_a_thread_of_the_applications_own_jobs() {
    application.run(
        context -> {
          assertThat(context.getBeansOfType(ScheduledTaskHolder.class).values())
              .isNotEmpty()
              .allSatisfy(
                  jobs ->
                      assertThat(jobs.getScheduledTasks())
                          .extracting(job -> job.getTask().getRunnable().toString())
                          .noneMatch(job -> job.contains("Worker") || job.contains("Slack")));
          assertThat(context.getBean(ChannelThreads.class).isRunning()).isTrue();
        });
  }

  @Test
  void an_empty_mail_host_is_no_mail_host() {
    application
        .withPropertyValues("spring.mail.host=")
        .run(
            context ->
                assertThat(context.getBean(MailMessenger.class).missing())
                    .contains("spring.mail.host"));
  }

  @ConfigurationPropertiesScan("dev.baton")
  static class Settings {
    @Bean
    ZoneId zone(BatonSettings settings) {
      return settings.zone();
    }
  }

  private static Notice notice(String key) {
    LeadBriefing briefing = LeadBriefing.note("Hello", Instant.EPOCH, "/leads/1", List.of());
    return new Notice(
        key,
        NoticeKind.ASSIGNED,
        "lead-1",
        "handoff-1",
        "rita",
        new NoticeContent.Written("Hello", briefing));
  }
}
