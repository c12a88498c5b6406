package dev.baton.alert.mail;

import dev.baton.alert.delivery.Delivery;
import dev.baton.alert.delivery.DeliveryRoute;
import dev.baton.alert.message.Channels;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.SafeText;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The channel to the leads themselves. Budget, digests and quiet hours of the staff don't apply;
 * what does is asked of {@link LeadEmailSource} at each attempt.
 */
@Component
public class LeadEmailDelivery implements DeliveryRoute {
  private final MailMessenger mail;
  private final ObjectProvider<LeadEmailSource> sources;
  private final Clock clock;

  public LeadEmailDelivery(
      MailMessenger mail, ObjectProvider<LeadEmailSource> sources, Clock clock) {
    this.mail = mail;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return Channels.TO_LEADS;
  }

  /** Which setting is missing, so that nobody can be written to. */
  public Optional<String> missing() {
    return mail.missing();
  }

  @Override
  public DeliveryOutcome attempt(Delivery delivery) {
    Optional<LeadEmailSource> writer = source(delivery);
    String id = delivery.content().mailId();
    if (writer.isEmpty() || id == null) {
      return new DeliveryOutcome.Skipped("nobody writes to leads");
    }
    if (missing().isPresent()) {
      return new DeliveryOutcome.Skipped(missing().get() + " is not set");
    }
    LeadEmailSource.Ruling ruling = writer.get().rule(id, clock.instant());
    if (ruling instanceof LeadEmailSource.Ruling.Later later) {
      return new DeliveryOutcome.Wait(later.until());
    }
    if (ruling instanceof LeadEmailSource.Ruling.Send send) {
      return send(delivery.key(), send.letter());
    }
    return new DeliveryOutcome.Skipped(((LeadEmailSource.Ruling.Never) ruling).why());
  }

  private Optional<LeadEmailSource> source(Delivery delivery) {
    return sources.stream().filter(each -> each.kind() == delivery.kind()).findFirst();
  }

  private DeliveryOutcome send(String key, LeadEmail email) {
    InternetAddress to;
    try {
      to = MailServer.mailbox(email.to());
    } catch (AddressException e) {
      return new DeliveryOutcome.Dead("%s is no mail address".formatted(email.to()));
    }
    try {
      MimeMessage message =
          mail.composer()
              .message(
                  key,
                  email.subject(),
                  email.text(),
                  email.html(),
                  to,
                  List.of(),
                  email.calendar());
      if (email.unsubscribe() != null) {
        message.setHeader("List-Unsubscribe", ways(email.unsubscribe(), email));
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      LeadEmail.Author author = email.author();
      return mail.calls().send(author == null ? message : signed(message, author), email.kept());
    } catch (MessagingException e) {
      return new DeliveryOutcome.Retry("the mail could not be written: " + e.getMessage());
    }
  }

  /** Who writes in person sends nothing automatic (RFC 3834), and hears what comes back. */
  private static MimeMessage signed(MimeMessage message, LeadEmail.Author author)
      throws MessagingException {
    if (author.replyTo() != null) {
      message.setReplyTo(new Address[] {MailServer.mailbox(author.replyTo())});
    }
    if (author.name() != null) {
      message.removeHeader("Auto-Submitted");
      message.setFrom(named((InternetAddress) message.getFrom()[0], author.name()));
    }
    if (author.returnsTo() == null) {
      return message;
    }
    String id = message.getMessageID();
    SMTPMessage returning = new SMTPMessage(message);
    returning.setHeader("Message-ID", id);
    returning.setEnvelopeFrom(author.returnsTo());
    return returning;
  }

  private static InternetAddress named(InternetAddress from, String name) {
    try {
      return new InternetAddress(
          from.getAddress(), SafeText.line(name, 100), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ways(String unsubscribe, LeadEmail email) {
    String link = "<" + unsubscribe + ">";
    String address = email.unsubscribeAddress();
    return address == null || address.isBlank()
        ? link
        : link + ", <mailto:" + address + "?subject=unsubscribe>";
  }

  @Override
  public void ended(Delivery delivery, DeliveryOutcome outcome, Instant now) {
    String id = delivery.content().mailId();
    if (id == null) {
      return;
    }
    source(delivery)
        .ifPresent(
            writer -> {
              if (outcome instanceof DeliveryOutcome.Sent) {
                writer.sent(id, now);
              } else if (outcome instanceof DeliveryOutcome.Skipped skipped) {
                writer.dropped(id, new LeadEmailSource.Drop(skipped.why(), false), now);
              } else if (outcome instanceof DeliveryOutcome.Dead dead) {
                writer.dropped(id, new LeadEmailSource.Drop(dead.why(), true), now);
              } else if (outcome instanceof DeliveryOutcome.Failed failed) {
                writer.dropped(id, new LeadEmailSource.Drop(failed.why(), false), now);
              }
            });
  }
}
