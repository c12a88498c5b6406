package dev.baton.nurture.mail;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Mails of a track that a lead has not had. */
@Component
public class RemainingMails {
  private final MailTemplates templates;
  private final Mailings mailings;

  RemainingMails(MailTemplates templates, Mailings mailings) {
    this.templates = templates;
    this.mailings = mailings;
  }

  /** The next one in the order of the track. */
  public Optional<MailTemplate> next(String leadId, NurtureTrack track) {
    Set<String> used = mailings.used(leadId);
    return templates.all().stream()
        .filter(template -> template.track() == track && template.active())
        .filter(template -> !used.contains(template.id()))
        .findFirst();
  }
}
