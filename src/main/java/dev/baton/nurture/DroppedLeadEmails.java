package dev.baton.nurture;

import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** E-mails to leads that were not sent, and what follows from it. */
@Component
class DroppedLeadEmails {
  private final Mailings mailings;
  private final NurtureLifecycle lifecycle;
  private final MailFeedback feedback;

  DroppedLeadEmails(Mailings mailings, NurtureLifecycle lifecycle, MailFeedback feedback) {
    this.mailings = mailings;
    this.lifecycle = lifecycle;
    this.feedback = feedback;
  }

  void drop(String id, LeadEmailSource.Drop why, Instant at) {
    mailings.drop(id, why.deadAddress() ? "failed" : "skipped", why.why());
    Mailing mail = mailings.find(id).orElseThrow();
    if (why.deadAddress()) {
      feedback.bounced(mail);
    } else if (why.why().equals(LeadEmailPermission.NO_CONSENT)
        || why.why().equals(LeadEmailPermission.DEAD_ADDRESS)) {
      lifecycle.end(mail.nurtureId(), NurtureOutcome.UNSUBSCRIBED, at);
    }
  }
}
