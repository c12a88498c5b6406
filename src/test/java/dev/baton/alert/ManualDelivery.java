package dev.baton.alert;

import dev.baton.alert.delivery.DeliveryWorker;
import dev.baton.alert.message.DeliveryOutcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Delivers what is due, when a scenario says so; what leads are written stays in its hands. */
public class ManualDelivery {
  private final DeliveryWorker toStaff;
  private final RecordingMessenger messenger;
  private final DeliveryWorker toLeads;
  private final List<MimeMessage> letters;

  ManualDelivery(
      DeliveryWorker toStaff,
      RecordingMessenger messenger,
      DeliveryWorker toLeads,
      List<MimeMessage> letters) {
    this.toStaff = toStaff;
    this.messenger = messenger;
    this.toLeads = toLeads;
    this.letters = letters;
  }

  public void failsOnce(String why) {
    messenger.answers.add(new DeliveryOutcome.Failed(why));
  }

  public void deliver() {
    toStaff.drain();
    toLeads.drain();
  }

  /** What leads were written, oldest first. */
  public List<MimeMessage> letters() {
    return List.copyOf(letters);
  }

  public void forget() {
    letters.clear();
  }

  /** A mail server that keeps what it gets; at any company nobody is called {@code gone}. */
  static final class Box extends JavaMailSenderImpl {
    final List<MimeMessage> letters = new ArrayList<>();

    @Override
    public void send(MimeMessage message) {
      try {
        Address to = message.getAllRecipients()[0];
        if (to.toString().startsWith("gone@")) {
          Exception unknown =
              new SMTPAddressFailedException((InternetAddress) to, "RCPT TO", 550, "no such user");
          throw new MailSendException(Map.of(message, unknown));
        }
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
      letters.add(message);
    }
  }
}
