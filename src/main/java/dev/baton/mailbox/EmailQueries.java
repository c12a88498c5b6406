package dev.baton.mailbox;

import dev.baton.alert.mail.LeadEmailDelivery;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.mailbox.imap.ImapSettings;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries of what was written to and by leads, and of who may write to them now. */
@Component
public class EmailQueries {
  private static final int MOST = 20;

  private final Emails emails;
  private final EmailAddresses addresses;
  private final EmailPermission permission;
  private final LeadEmailDelivery delivery;
  private final ImapSettings imap;
  private final Clock clock;

  EmailQueries(
      Emails emails,
      EmailAddresses addresses,
      EmailPermission permission,
      LeadEmailDelivery delivery,
      ImapSettings imap,
      Clock clock) {
    this.emails = emails;
    this.addresses = addresses;
    this.permission = permission;
    this.delivery = delivery;
    this.imap = imap;
    this.clock = clock;
  }

  /**
   * The mails of a lead whom this person may see.
   *
   * @param handoff the lead's last one, or null
   */
  public EmailPage of(String leadId, @Nullable Handoff handoff, Person reader) {
    boolean answers =
        handoff != null && !handoff.isClosed() && HandoffPermissions.mayAnswer(reader, handoff);
    List<Email> items = emails.ofLead(leadId, MOST);
    if (!answers) {
      return new EmailPage(
          items, false, "Only who answers an open handoff writes to its lead", null);
    }
    Optional<String> missing =
        delivery
            .missing()
            .map(setting -> "No mail server is set up: %s is missing".formatted(setting));
    return new EmailPage(
        items,
        missing.isEmpty(),
        missing.or(() -> permission.hindrance(leadId, clock.instant())).orElse(null),
        imap.isOn() ? addresses.forCopies(leadId, reader.id()) : null);
  }
}
