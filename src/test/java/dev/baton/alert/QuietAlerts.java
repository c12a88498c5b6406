package dev.baton.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
  Postman postman(
      RecordingMessenger messenger,
      Notices notices,
      NoticeQueue queue,
      DigestLines lines,
      Readers readers,
      QuietHours quietHours,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      Clock clock,
      ObjectProvider<LeadLetters> leadLetters,
      @Value("${baton.public-url}") String publicUrl) {
    Postman.Box box = new Postman.Box();
    MailMessenger mail = PostOffice.mail(box, Duration.ofSeconds(5));
    Courier toLeads =
        new Courier(
            new LeadMail(mail, leadLetters.stream().findFirst(), clock),
            queue,
            new TransactionTemplate(transactions),
            clock);
    return new Postman(
        new Dispatcher(
            messenger,
            queue,
            readers,
            quietHours,
            new Digests(notices, lines, new MessageBudget(10), json),
            json,
            new TransactionTemplate(transactions),
            clock,
            publicUrl),
        messenger,
        toLeads,
        box.letters);
  }
}
