package dev.baton.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Diagnostic of the mail server: it answers and takes our login; nothing is sent. */
final class MailServerDiagnostic {
  private static final String WHAT = "mail";

  private MailServerDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment settings) {
    String host = settings.getProperty("spring.mail.host", "");
    if (host.isBlank()) {
      return List.of(
          Finding.note(
              WHAT,
              "No mail server is set; no e-mail is sent.",
              "Set spring.mail.host, or enter a server on /settings, if people should get e-mail."));
    }
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost(host);
    server.setPort(settings.getProperty("spring.mail.port", Integer.class, -1));
    server.setUsername(settings.getProperty("spring.mail.username"));
    server.setPassword(settings.getProperty("spring.mail.password"));
    Map<String, String> more =
        Binder.get(settings)
            .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    server.getJavaMailProperties().putAll(more);
    try {
      server.testConnection();
      return List.of(Finding.ok(WHAT, "%s takes our mail.".formatted(host)));
    } catch (AuthenticationFailedException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "%s refuses the login.".formatted(host),
              "Correct spring.mail.username and password."));
    } catch (MessagingException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "%s doesn't answer: %s".formatted(host, e.getMessage()),
              "Correct spring.mail.host and port, or let this machine through to it."));
    }
  }
}
