package dev.baton.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The channel to the leads themselves. Budget, digests and quiet hours of the staff don't apply;
 * what does is asked of {@link LeadLetters} at each attempt.
 */
@Component
class LeadMail implements DeliveryWorker.Route {
  private final MailMessenger mail;
  private final ObjectProvider<LeadLetters> letters;
  private final Clock clock;

  LeadMail(MailMessenger mail, ObjectProvider<LeadLetters> letters, Clock clock) {
    this.mail = mail;
    this.letters = letters;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return "lead";
  }

  /** Which setting is missing, so that nobody can be written to. */
  Optional<String> missing() {
    return mail.missing();
  }

  @Override
  public Outcome attempt(Delivery delivery) {
    Optional<LeadLetters> writer = letters.stream().findFirst();
    if (writer.isEmpty()) {
      return new Outcome.Skipped("nobody writes to leads");
    }
    if (missing().isPresent()) {
      return new Outcome.Skipped(missing().get() + " is not set");
    }
    LeadLetters.Ruling ruling = writer.get().rule(delivery.content().mailId(), clock.instant());
    if (ruling instanceof LeadLetters.Ruling.Later later) {
      return new Outcome.Wait(later.until());
    }
    if (ruling instanceof LeadLetters.Ruling.Send send) {
      return send(delivery.key(), send.letter());
    }
    return new Outcome.Skipped(((LeadLetters.Ruling.Never) ruling).why());
  }

  private Outcome send(String key, LeadLetter letter) {
    InternetAddress to;
    try {
      to = new InternetAddress(letter.to(), true);
    } catch (AddressException e) {
      return new Outcome.Dead("the lead's address is none");
    }
    try {
      MimeMessage message = mail.message(key, letter.subject(), letter.text(), letter.html(), to);
      message.setHeader("List-Unsubscribe", ways(letter));
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      return mail.call(message, letter.kept());
    } catch (MessagingException e) {
      return new Outcome.Retry("the mail could not be written: " + e.getMessage());
    }
  }

  private static String ways(LeadLetter letter) {
    String link = "<" + letter.unsubscribe() + ">";
    String address = letter.unsubscribeAddress();
    return address == null || address.isBlank()
        ? link
        : link + ", <mailto:" + address + "?subject=unsubscribe>";
  }

  @Override
  public void ended(Delivery delivery, Outcome outcome, Instant now) {
    String id = delivery.content().mailId();
    letters.ifAvailable(
        writer -> {
          if (outcome instanceof Outcome.Sent) {
            writer.sent(id, now);
          } else if (outcome instanceof Outcome.Skipped skipped) {
            writer.dropped(id, new LeadLetters.Drop(skipped.why(), false), now);
          } else if (outcome instanceof Outcome.Dead dead) {
            writer.dropped(id, new LeadLetters.Drop(dead.why(), true), now);
          } else if (outcome instanceof Outcome.Failed failed) {
            writer.dropped(id, new LeadLetters.Drop(failed.why(), false), now);
          }
        });
  }
}
