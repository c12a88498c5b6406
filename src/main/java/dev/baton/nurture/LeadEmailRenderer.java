package dev.baton.nurture;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.MailContent;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Placeholders;
import dev.baton.nurture.mail.TrackedLink.Kind;
import dev.baton.nurture.mail.TrackedLinks;
import dev.baton.people.Language;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renderer of e-mails to leads: HTML and text, each complete without the other, one call to action.
 */
@Component
public class LeadEmailRenderer {
  private final TrackedLinks links;
  private final ITemplateEngine templates;
  private final MessageTexts texts;
  private final String unsubscribeAddress;
  private final String sender;

  LeadEmailRenderer(
      TrackedLinks links, ITemplateEngine templates, MessageTexts texts, NurtureSettings settings) {
    this.texts = texts;
    this.links = links;
    this.templates = templates;
    this.unsubscribeAddress = settings.unsubscribeAddress();
    this.sender = settings.sender();
  }

  /** What somebody reads. */
  public record RenderedEmail(String subject, String html, String text) {}

  /** How a mail reads for this profile; its links lead nowhere secret. */
  public RenderedEmail preview(MailTemplate template, Profile profile, Language language) {
    MailContent content = template.in(language);
    Wording wording = wording(template, language);
    return draft(content, profile, content.opensForm() ? "#" : content.url(), "#", wording);
  }

  /** In one language from its subject to its last line. */
  private Wording wording(MailTemplate template, Language language) {
    return texts.in(template.spoken(language), ZoneOffset.UTC);
  }

  LeadEmail letter(
      Mailing mail, String address, Profile profile, MailTemplate template, Language language) {
    MailContent content = template.in(language);
    String link =
        content.opensForm()
            ? links.make(mail.id(), Kind.FORM, null)
            : links.make(mail.id(), Kind.CLICK, content.url());
    String unsubscribe = links.make(mail.id(), Kind.UNSUBSCRIBE, null);
    RenderedEmail draft = draft(content, profile, link, unsubscribe, wording(template, language));
    return new LeadEmail(
        address,
        draft.subject(),
        draft.text(),
        draft.html(),
        preview(template, profile, language).text(),
        unsubscribe,
        unsubscribeAddress.isBlank() ? null : unsubscribeAddress,
        null,
        null);
  }

  private RenderedEmail draft(
      MailContent content, Profile profile, String link, String unsubscribe, Wording wording) {
    String subject = Placeholders.fill(content.subject(), profile).strip();
    List<String> paragraphs =
        Arrays.stream(content.body().split("\\R\\s*\\R"))
            .map(paragraph -> Placeholders.fill(paragraph.strip(), profile).strip())
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    Context context = new Context(wording.language().locale());
    context.setVariable("subject", subject);
    context.setVariable("paragraphs", paragraphs);
    context.setVariable("action", content.action());
    context.setVariable("link", link);
    context.setVariable("why", wording.label("lead_why"));
    context.setVariable("sender", sender);
    context.setVariable("unsubscribe", unsubscribe);
    context.setVariable("unsubscribeLabel", wording.label("lead_unsubscribe"));
    return new RenderedEmail(
        subject,
        templates.process("nurture-mail", context),
        text(paragraphs, content.action() + ":\n" + link, unsubscribe, wording));
  }

  private String text(List<String> paragraphs, String action, String unsubscribe, Wording wording) {
    return String.join("\n\n", paragraphs)
        + "\n\n"
        + action
        + "\n\n-- \n"
        + (sender.isBlank() ? "" : sender + "\n")
        + wording.label("lead_why")
        + "\n"
        + wording.say(Text.of("lead_unsubscribe_at", Map.of("link", unsubscribe)))
        + "\n";
  }
}
