package dev.baton.mailbox;

import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.message.NoticeKind;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * Composer of the mails that reps write on our pages: in their words and their name, answered to
 * the mailbox, or to the rep where none is read.
 */
@Component
class WrittenEmails implements LeadEmailSource {
  private final Emails emails;
  private final EmailAddresses addresses;
  private final EmailPermission permission;
  private final EmailNotices notices;
  private final Leads leads;
  private final People people;
  private final ApplicationEventPublisher facts;

  WrittenEmails(
      Emails emails,
      EmailAddresses addresses,
      EmailPermission permission,
      EmailNotices notices,
      Leads leads,
      People people,
      ApplicationEventPublisher facts) {
    this.emails = emails;
    this.addresses = addresses;
    this.permission = permission;
    this.notices = notices;
    this.leads = leads;
    this.people = people;
    this.facts = facts;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.EMAIL;
  }

  @Override
  @Transactional
  public Ruling rule(String id, Instant now) {
    Optional<Email> found = emails.find(id);
    if (found.isEmpty()) {
      return new Ruling.Never("the lead was erased");
    }
    Email email = found.get();
    Optional<String> hindrance = permission.hindrance(email.leadId(), now);
    return hindrance.isPresent()
        ? new Ruling.Never(hindrance.get())
        : new Ruling.Send(letter(email));
  }

  private LeadEmail letter(Email email) {
    String to = leads.find(email.leadId()).map(Lead::email).orElseThrow();
    Optional<Person> rep = people.find(email.rep());
    String text = email.content().text();
    Optional<String> answers = addresses.ofAnswersTo(email.id());
    LeadEmail.Author author =
        new LeadEmail.Author(
            rep.map(Person::name).orElse(email.rep()),
            answers.or(() -> rep.map(Person::email)).orElse(null),
            answers.orElse(null));
    return new LeadEmail(
        to, email.content().subject(), text, html(text), "", null, null, null, author);
  }

  /** As plain as it was written. */
  private static String html(String text) {
    return "<!DOCTYPE html><html><body><p>%s</p></body></html>"
        .formatted(HtmlUtils.htmlEscape(text).replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n"));
  }

  @Override
  public void sent(String id, Instant at) {
    if (emails.sent(id, at)) {
      facts.publishEvent(new DeliveryDue(TouchRecorder.WORK));
    }
  }

  @Override
  public void dropped(String id, Drop why, Instant at) {
    if (!emails.failed(id, why.why(), why.deadAddress(), at)) {
      return;
    }
    if (why.deadAddress()) {
      facts.publishEvent(new DeliveryDue(TouchRecorder.WORK));
    } else {
      emails.find(id).ifPresent(notices::failed);
    }
  }
}
