package dev.baton.alert;

import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.DeliveryWorker;
import dev.baton.alert.delivery.Digests;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.QuietHours;
import dev.baton.alert.delivery.StaffDelivery;
import dev.baton.alert.mail.LeadEmailDelivery;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.message.Recipients;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The alert room with one channel that always works, delivered by hand. */
public class QuietAlerts {

  @Bean
  RecordingMessenger messenger() {
    return new RecordingMessenger("email");
  }

  @Bean
  ManualDelivery.Box box() {
    return new ManualDelivery.Box();
  }

  @Bean
  LeadEmailDelivery leadMail(
      ManualDelivery.Box box, ObjectProvider<LeadEmailSource> letters, Clock clock) {
    return new LeadEmailDelivery(AlertTestBed.mail(box, Duration.ofSeconds(5)), letters, clock);
  }

  @Bean
  StaffDelivery staffDelivery(
      RecordingMessenger messenger,
      NoticeQueue queue,
      Recipients recipients,
      QuietHours quietHours,
      Digests digests,
      MessageRenderer renderer,
      Clock clock) {
    return new StaffDelivery(messenger, queue, recipients, quietHours, digests, renderer, clock);
  }

  @Bean
  ManualDelivery postman(
      RecordingMessenger messenger,
      StaffDelivery staff,
      LeadEmailDelivery leads,
      ManualDelivery.Box box,
      NoticeQueue queue,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    ChannelFailures failures = new ChannelFailures(jdbc, fact -> {});
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return new ManualDelivery(
        new DeliveryWorker(staff, queue, failures, transaction, clock),
        messenger,
        new DeliveryWorker(leads, queue, failures, transaction, clock),
        box.letters);
  }
}
