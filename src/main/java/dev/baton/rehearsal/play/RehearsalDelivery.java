package dev.baton.rehearsal.play;

import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.DeliveryRoute;
import dev.baton.alert.delivery.DeliveryWorker;
import dev.baton.alert.delivery.Digests;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.QuietHours;
import dev.baton.alert.delivery.StaffDelivery;
import dev.baton.alert.mail.LeadEmailDelivery;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.mail.MailMessenger;
import dev.baton.alert.mail.MailSettings;
import dev.baton.alert.message.Recipients;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;

/** Delivery of a rehearsal as beans: one channel, whose messages go nowhere, worked by hand. */
class RehearsalDelivery {
  @Bean
  MailMessenger mail(MailSettings settings, ITemplateEngine templates) {
    return new MailMessenger(
        Optional.of(new RehearsedMail()),
        settings,
        templates,
        (deadline, person) -> Optional.empty(),
        reference -> List.of(),
        Duration.ofSeconds(5));
  }

  @Bean
  LeadEmailDelivery leadEmailDelivery(
      MailMessenger mail, ObjectProvider<LeadEmailSource> letters, Clock clock) {
    return new LeadEmailDelivery(mail, letters, clock);
  }

  @Bean
  StaffDelivery staffDelivery(
      MailMessenger mail,
      NoticeQueue queue,
      Recipients recipients,
      QuietHours quietHours,
      Digests digests,
      MessageRenderer renderer,
      Clock clock) {
    return new StaffDelivery(mail, queue, recipients, quietHours, digests, renderer, clock);
  }

  @Bean
  DueDeliveries dueDeliveries(
      List<DeliveryRoute> routes,
      NoticeQueue queue,
      ChannelFailures failures,
      PlatformTransactionManager transactions,
      Clock clock) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return new DueDeliveries(
        routes.stream()
            .map(route -> new DeliveryWorker(route, queue, failures, transaction, clock))
            .toList());
  }

  /** What is due to be told. */
  record DueDeliveries(List<DeliveryWorker> workers) {
    void deliver() {
      workers.forEach(DeliveryWorker::drain);
    }
  }
}
