package dev.baton.mailbox;

import dev.baton.lead.LeadsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails of two records that were one person: all belong to the one that stays. */
@Component
class MergedEmails {
  private final Emails emails;
  private final EmailAddresses addresses;

  MergedEmails(Emails emails, EmailAddresses addresses) {
    this.emails = emails;
    this.addresses = addresses;
  }

  @EventListener
  void on(LeadsMerged merged) {
    emails.follow(merged.leadId(), merged.into());
    addresses.follow(merged.leadId(), merged.into());
  }
}
