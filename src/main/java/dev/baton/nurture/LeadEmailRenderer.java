package dev.baton.nurture;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.MailContent;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Placeholders;
import dev.baton.nurture.mail.TrackedLink.Kind;
import dev.baton.nurture.mail.TrackedLinks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renderer of e-mails to leads: HTML and text, each complete without the other, one call to action.
 */
@Component
public class LeadEmailRenderer {
  private static final String WHY = "You get this mail because you agreed to hear from us by mail.";

  private final TrackedLinks links;
  private final ITemplateEngine templates;
  private final String unsubscribeAddress;
  private final String sender;

  LeadEmailRenderer(TrackedLinks links, ITemplateEngine templates, NurtureSettings settings) {
    this.links = links;
    this.templates = templates;
    this.unsubscribeAddress = settings.unsubscribeAddress();
    this.sender = settings.sender();
  }

  /** What somebody reads. */
  public record RenderedEmail(String subject, String html, String text) {}

  /** How a mail reads for this profile; its links lead nowhere secret. */
  public RenderedEmail preview(MailTemplate template, Profile profile) {
    return draft(
        template, profile, template.content().opensForm() ? "#" : template.content().url(), "#");
  }

  LeadEmail letter(Mailing mail, String address, Profile profile, MailTemplate template) {
    MailContent content = template.content();
    String link =
        content.opensForm()
            ? links.make(mail.id(), Kind.FORM, null)
            : links.make(mail.id(), Kind.CLICK, content.url());
    String unsubscribe = links.make(mail.id(), Kind.UNSUBSCRIBE, null);
    RenderedEmail draft = draft(template, profile, link, unsubscribe);
    return new LeadEmail(
        address,
        draft.subject(),
        draft.text(),
        draft.html(),
        preview(template, profile).text(),
        unsubscribe,
        unsubscribeAddress.isBlank() ? null : unsubscribeAddress,
        null,
        null);
  }

  private RenderedEmail draft(
      MailTemplate template, Profile profile, String link, String unsubscribe) {
    String subject = Placeholders.fill(template.content().subject(), profile).strip();
    List<String> paragraphs =
        Arrays.stream(template.content().body().split("\\R\\s*\\R"))
            .map(paragraph -> Placeholders.fill(paragraph.strip(), profile).strip())
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("subject", subject);
    context.setVariable("paragraphs", paragraphs);
    context.setVariable("action", template.content().action());
    context.setVariable("link", link);
    context.setVariable("why", WHY);
    context.setVariable("sender", sender);
    context.setVariable("unsubscribe", unsubscribe);
    return new RenderedEmail(
        subject,
        templates.process("nurture-mail", context),
        text(paragraphs, template.content().action() + ":\n" + link, unsubscribe));
  }

  private String text(List<String> paragraphs, String action, String unsubscribe) {
    return String.join("\n\n", paragraphs)
        + "\n\n"
        + action
        + "\n\n-- \n"
        + (sender.isBlank() ? "" : sender + "\n")
        + WHY
        + "\nUnsubscribe with one click: "
        + unsubscribe
        + "\n";
  }
}
