package dev.baton.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
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
      @Value("${baton.public-url}") String publicUrl) {
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
        messenger);
  }
}
