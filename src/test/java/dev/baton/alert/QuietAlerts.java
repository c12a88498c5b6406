package dev.baton.alert;

import org.springframework.context.annotation.Bean;

/** The alert room with one channel and without dispatchers: notices are recorded, nobody sends. */
public class QuietAlerts {

  @Bean
  QuietHours quietHours() {
    return new QuietHours(20, 7);
  }

  @Bean
  RecordingMessenger messenger() {
    return new RecordingMessenger("email");
  }
}
