package dev.baton.access.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.baton.BatonSettings;
import dev.baton.LoopbackMail;
import dev.baton.alert.mail.MailMessenger;
import dev.baton.alert.mail.MailSettings;
import dev.baton.input.SecretToken;
import dev.baton.people.Person;
import dev.baton.people.Role;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The mail of an invitation, through a real mail server. */
class InvitationMailTest {
  private static final Person ADA =
      new Person("ada", "Ada", "ada@baton.example", Role.SALES, null, ZoneOffset.UTC, false);

  private final GreenMail server = LoopbackMail.server();
  private final SecretToken token = SecretToken.random();
  private MailMessenger messenger;
  private InvitationMail mail;

  @BeforeEach
  void start() {
    server.start();
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    messenger = messenger(Optional.of(sender));
    mail = mail(messenger);
  }

  private static MailMessenger messenger(Optional<JavaMailSenderImpl> sender) {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".html");
    SpringTemplateEngine templates = new SpringTemplateEngine();
    templates.setTemplateResolver(files);
    return new MailMessenger(
        sender.map(each -> each),
        new MailSettings("Baton <baton@baton.example>"),
        templates,
        (deadline, person) -> Optional.empty(),
        reference -> List.of(),
        Duration.ofSeconds(10));
  }

  private static InvitationMail mail(MailMessenger messenger) {
    return new InvitationMail(
        List.of(messenger), new BatonSettings(ZoneOffset.UTC, "https://baton.example/"));
  }

  @AfterEach
  void stop() {
    messenger.close();
    server.stop();
  }

  @Test
  void it_names_the_inviter_the_user_name_and_the_link() throws Exception {
    assertThat(mail.send(ADA, "Grace Admin", token)).isEmpty();

    MimeMessage[] letters = server.getReceivedMessages();
    assertThat(letters).hasSize(1);
    assertThat(letters[0].getAllRecipients()).extracting(Object::toString).contains(ADA.email());
    assertThat(letters[0].getSubject()).isEqualTo("Your access to Baton");
    assertThat(GreenMailUtil.getBody(letters[0]).replace("=\r\n", ""))
        .contains("Grace Admin", "ada", "/welcome/" + token.text());
  }

  @Test
  void a_server_that_is_away_is_told_and_so_is_one_that_is_not_set_up() {
    server.stop();
    assertThat(mail.send(ADA, "Grace Admin", token))
        .hasValueSatisfying(why -> assertThat(why).contains("mail server"));
    assertThat(mail(messenger(Optional.empty())).send(ADA, "Grace Admin", token))
        .contains("no mail server is set up: spring.mail.host is missing");
  }
}
