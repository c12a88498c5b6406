package dev.baton.alert;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The alert room with one channel that always works, delivered by hand. */
public class QuietAlerts {

  @Bean
  QuietHours quietHours() {
    return new QuietHours(20, 7);
  }

  @Bean
  RecordingMessenger messenger() {
    return new RecordingMessenger("email");
  }

  @Bean
  Postman.Box box() {
    return new Postman.Box();
  }

  @Bean
  LeadMail leadMail(Postman.Box box, ObjectProvider<LeadLetters> letters, Clock clock) {
    return new LeadMail(PostOffice.mail(box, Duration.ofSeconds(5)), letters, clock);
  }

  @Bean
  Digests digests(
      Notices notices,
      DigestLines lines,
      MessageRenderer renderer,
      PlatformTransactionManager transactions) {
    return new Digests(
        notices, lines, new MessageBudget(10), renderer, new TransactionTemplate(transactions));
  }

  @Bean
  StaffDelivery staffDelivery(
      RecordingMessenger messenger,
      NoticeQueue queue,
      Readers readers,
      QuietHours quietHours,
      Digests digests,
      MessageRenderer renderer,
      Clock clock) {
    return new StaffDelivery(messenger, queue, readers, quietHours, digests, renderer, clock);
  }

  @Bean
  Postman postman(
      RecordingMessenger messenger,
      StaffDelivery staff,
      LeadMail leads,
      Postman.Box box,
      NoticeQueue queue,
      PlatformTransactionManager transactions,
      Clock clock) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return new Postman(
        new DeliveryWorker(staff, queue, transaction, clock),
        messenger,
        new DeliveryWorker(leads, queue, transaction, clock),
        box.letters);
  }
}
