package dev.baton.nurture;

import dev.baton.input.ApiProblem;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailTemplateParser;
import dev.baton.nurture.mail.MailTemplates;
import dev.baton.people.Language;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Commands on the mails of nurture: change one, and see before how it would read. */
@Component
public class MailCommands {
  /** Somebody to show a mail with. */
  private static final Profile SOMEBODY =
      new Profile(
          Map.of(
              "firstName", "Ada",
              "lastName", "Lovelace",
              "company", "Acme",
              "jobTitle", "VP Sales",
              "industry", "SaaS"));

  private static final Profile NOBODY = new Profile(Map.of());

  private final MailTemplates templates;
  private final LeadEmailRenderer renderer;
  private final Clock clock;

  MailCommands(MailTemplates templates, LeadEmailRenderer renderer, Clock clock) {
    this.templates = templates;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** Puts a changed mail in force; from now on the outbox sends it. */
  public void save(String id, Map<String, Object> fields, String by) {
    Optional<MailTemplate> before = templates.find(id);
    MailTemplate changed = MailTemplateParser.read(id, fields, before, by, clock.instant());
    // the version that its writer had before their eyes, when they say which
    Object seen = fields.get("version");
    boolean stale =
        seen != null && !Objects.equals(seen, before.map(MailTemplate::version).orElse(0));
    if (stale || !templates.save(changed)) {
      throw new ApiProblem(
          HttpStatus.CONFLICT, "Somebody else has just changed this mail; look at it again first.");
    }
  }

  /** With what was written and not saved yet. */
  public MailPreview preview(String id, Map<String, Object> fields) {
    return preview(
        MailTemplateParser.read(id, fields, templates.find(id), "preview", clock.instant()));
  }

  /** In each language that it has. */
  public MailPreview preview(MailTemplate mail) {
    Language english = Language.EN;
    return new MailPreview(
        renderer.preview(mail, SOMEBODY, english),
        renderer.preview(mail, NOBODY, english),
        mail.german() == null ? null : renderer.preview(mail, SOMEBODY, Language.DE),
        mail.german() == null ? null : renderer.preview(mail, NOBODY, Language.DE));
  }
}
