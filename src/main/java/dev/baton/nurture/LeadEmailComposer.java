package dev.baton.nurture;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.message.NoticeKind;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailTemplates;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import dev.baton.people.Language;
import dev.baton.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composer of e-mails to leads: decides at the moment of sending whether a lead may be written, and
 * writes.
 */
@Component
class LeadEmailComposer implements LeadEmailSource {
  private final Mailings mailings;
  private final MailTemplates templates;
  private final Nurtures nurtures;
  private final Leads leads;
  private final LeadEmailPermission permission;
  private final LeadEmailRenderer renderer;
  private final DroppedLeadEmails dropped;

  LeadEmailComposer(
      Mailings mailings,
      MailTemplates templates,
      Nurtures nurtures,
      Leads leads,
      LeadEmailPermission permission,
      LeadEmailRenderer renderer,
      DroppedLeadEmails dropped) {
    this.mailings = mailings;
    this.templates = templates;
    this.nurtures = nurtures;
    this.leads = leads;
    this.permission = permission;
    this.renderer = renderer;
    this.dropped = dropped;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.NURTURE;
  }

  @Override
  @Transactional
  public Ruling rule(String id, Instant now) {
    Mailing mail = mailings.find(id).orElseThrow();
    Nurture nurture = nurtures.find(mail.nurtureId()).orElseThrow();
    Lead lead = leads.find(mail.leadId()).orElseThrow();
    Profile profile = Profile.of(leads.profileLog(lead.id()), now);
    Optional<MailTemplate> template = templates.find(mail.template()).filter(MailTemplate::active);
    List<Signal> heard = permission.heard(lead.id(), now);
    Optional<String> never = permission.never(nurture, lead, profile, template, heard);
    if (never.isPresent()) {
      return new Ruling.Never(never.get());
    }
    Instant open = permission.earliest(nurture, lead, profile, now);
    if (open.isAfter(now)) {
      return new Ruling.Later(open);
    }
    LeadEmail email =
        renderer.letter(
            mail,
            Optional.ofNullable(lead.email()).orElseThrow(),
            profile,
            template.orElseThrow(),
            language(heard, profile));
    mailings.sending(id, template.get(), email.subject(), now);
    return new Ruling.Send(email);
  }

  /** Of the last signal that named one, else of the country. */
  private static Language language(List<Signal> heard, Profile profile) {
    Optional<String> told =
        heard.stream()
            .flatMap(signal -> Stream.ofNullable(signal.property("language")))
            .filter(word -> !word.isBlank())
            .reduce((earlier, later) -> later);
    return Language.ofLead(told, profile.get("country"));
  }

  @Override
  public void sent(String id, Instant at) {
    mailings.sent(id, at);
  }

  @Override
  public void dropped(String id, Drop why, Instant at) {
    dropped.drop(id, why, at);
  }
}
