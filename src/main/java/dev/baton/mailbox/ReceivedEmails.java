package dev.baton.mailbox;

import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.alert.text.Text;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.mailbox.imap.BounceReport;
import dev.baton.mailbox.imap.ReceivedMail;
import dev.baton.mailbox.imap.TaggedAddress;
import dev.baton.mailbox.imap.TaggedAddress.Purpose;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Mails out of the mailbox, each taken once for each address of ours that it came to: the lead's
 * answer, a rep's copy, a bounce, or what a program sent.
 */
@Component
class ReceivedEmails {
  private final Emails emails;
  private final EmailAddresses addresses;
  private final EmailNotices notices;
  private final Leads leads;
  private final People people;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  ReceivedEmails(
      Emails emails,
      EmailAddresses addresses,
      EmailNotices notices,
      Leads leads,
      People people,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.emails = emails;
    this.addresses = addresses;
    this.notices = notices;
    this.leads = leads;
    this.people = people;
    this.facts = facts;
    this.clock = clock;
  }

  /** Takes one, within a transaction; to an address that nobody has any more it is nobody's. */
  void take(ReceivedMail mail) {
    for (TaggedAddress address : mail.addresses()) {
      addresses.find(address).ifPresent(owner -> take(mail, address, owner));
    }
  }

  private void take(ReceivedMail mail, TaggedAddress address, EmailAddresses.Owner owner) {
    BounceReport bounce = mail.bounce();
    Optional<Person> writer = people.ofEmail(mail.from());
    if (bounce != null && bounce.failed() && owner.emailId() != null) {
      String why = BounceText.of(bounce);
      if (record(mail, address, owner, owner.rep(), EmailKind.BOUNCE, why)) {
        emails.bounced(owner.emailId(), why);
      }
    } else if (bounce != null) {
      record(mail, address, owner, owner.rep(), EmailKind.AUTOMATIC, "it only takes longer");
    } else if (mail.automatic() != null) {
      record(mail, address, owner, owner.rep(), EmailKind.AUTOMATIC, mail.automatic());
    } else if (writer.filter(Person::active).isPresent()) {
      copied(mail, address, owner, writer.get());
    } else if ((address.purpose() == Purpose.REPLY && writer.isEmpty()) || isLead(mail, owner)) {
      record(mail, address, owner, owner.rep(), EmailKind.REPLY, null);
    } else {
      notices.uncounted(owner.leadId(), owner.rep(), mail.hash(), Text.of("email_from_elsewhere"));
    }
  }

  /** To us alone it reached nobody. */
  private void copied(
      ReceivedMail mail, TaggedAddress address, EmailAddresses.Owner owner, Person writer) {
    if (mail.toOthers()) {
      record(mail, address, owner, writer.id(), EmailKind.LOGGED, null);
    } else {
      notices.uncounted(owner.leadId(), writer.id(), mail.hash(), Text.of("email_to_nobody"));
    }
  }

  private boolean isLead(ReceivedMail mail, EmailAddresses.Owner owner) {
    return leads.find(owner.leadId()).map(Lead::email).filter(mail.from()::equals).isPresent();
  }

  private boolean record(
      ReceivedMail mail,
      TaggedAddress address,
      EmailAddresses.Owner owner,
      String rep,
      EmailKind kind,
      @Nullable String why) {
    Email email =
        new Email(
            Sql.newId(),
            owner.leadId(),
            rep,
            kind,
            owner.emailId(),
            new EmailContent(mail.subject(), mail.text()),
            kind == EmailKind.LOGGED ? EmailState.SENT : EmailState.RECEIVED,
            why,
            mail.receivedAt());
    boolean isNew = emails.receive(email, mail.hash(), address, clock.instant());
    if (isNew) {
      facts.publishEvent(new DeliveryDue(TouchRecorder.WORK));
    }
    return isNew;
  }
}
