package dev.baton.nurture;

import dev.baton.input.ApiProblem;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Queries of nurture for marketing, and changes of its mails. */
@Component
public class NurtureQueries {
  private static final int MOST = 200;

  /** Somebody to show a mail with. */
  private static final Profile SOMEBODY =
      new Profile(
          Map.of(
              "firstName", "Ada",
              "lastName", "Lovelace",
              "company", "Acme",
              "jobTitle", "VP Sales",
              "industry", "SaaS"));

  private final MailTemplates templates;
  private final Mailings mailings;
  private final Nurtures nurtures;
  private final Leads leads;
  private final LeadEmailRenderer renderer;
  private final Clock clock;

  NurtureQueries(
      MailTemplates templates,
      Mailings mailings,
      Nurtures nurtures,
      Leads leads,
      LeadEmailRenderer renderer,
      Clock clock) {
    this.templates = templates;
    this.mailings = mailings;
    this.nurtures = nurtures;
    this.leads = leads;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** A mail in force and what became of it. */
  public record MailRow(MailTemplate mail, Mailings.Figures figures) {}

  /** A track and its mails in their order. */
  public record TrackRow(NurtureTrack track, List<MailRow> mails) {}

  /**
   * A lead in nurture.
   *
   * @param name as far as known, else its address
   * @param lastMail the subject of the last mail, or null
   */
  public record NurturedLead(
      String leadId,
      String name,
      String company,
      String stage,
      String reason,
      Instant startedAt,
      Instant nextMailAt,
      Instant pausedAt,
      int mails,
      String lastMail) {}

  /** The tracks in their order. */
  public List<TrackRow> tracks() {
    Map<String, Mailings.Figures> figures = mailings.figures();
    List<MailTemplate> all = templates.all();
    return Stream.of(NurtureTrack.values())
        .map(
            track ->
                new TrackRow(
                    track,
                    all.stream()
                        .filter(mail -> mail.track() == track)
                        .map(mail -> new MailRow(mail, figures(figures, mail.id())))
                        .toList()))
        .toList();
  }

  private static Mailings.Figures figures(Map<String, Mailings.Figures> all, String id) {
    return all.getOrDefault(id, Mailings.Figures.NONE);
  }

  public int running() {
    return nurtures.running();
  }

  /** Who is in nurture, whose mail comes first before the others; at most {@value #MOST}. */
  public List<NurturedLead> leads() {
    List<Nurture> open = nurtures.open(MOST);
    List<String> ids = open.stream().map(Nurture::leadId).toList();
    Map<String, Lead> known = leads.all(ids);
    var profiles = leads.profileLogs(ids);
    return open.stream()
        .map(
            nurture -> {
              Profile profile =
                  Profile.of(profiles.getOrDefault(nurture.leadId(), List.of()), clock.instant());
              return nurtured(nurture, known.get(nurture.leadId()), profile);
            })
        .sorted(
            Comparator.comparing(
                NurturedLead::nextMailAt, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private NurturedLead nurtured(Nurture nurture, Lead lead, Profile profile) {
    List<Mailing> mails =
        mailings.ofLead(lead.id()).stream()
            .filter(mail -> mail.nurtureId().equals(nurture.id()))
            .toList();
    return new NurturedLead(
        lead.id(),
        profile.name().orElse(lead.email()),
        profile.get("company").orElse(null),
        nurture.stage().name(),
        nurture.reason(),
        nurture.startedAt(),
        nurture.nextMailAt(),
        nurture.pausedAt(),
        mails.size(),
        mails.isEmpty() ? null : mails.get(mails.size() - 1).subject());
  }

  /** A mail and what became of it, with all its versions, newest first. */
  public record MailHistory(MailRow line, List<MailTemplate> versions) {}

  public Optional<MailHistory> history(String id) {
    return templates
        .find(id)
        .map(mail -> new MailRow(mail, figures(mailings.figures(), id)))
        .map(line -> new MailHistory(line, templates.versions(id)));
  }

  /** Puts a changed mail in force; from now on the outbox sends it. */
  public MailHistory save(String id, Map<String, Object> fields, String by) {
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
    return history(id).orElseThrow();
  }

  /** How a mail would read, filled for somebody and for somebody of whom nothing is known. */
  public record Preview(
      LeadEmailRenderer.RenderedEmail filled, LeadEmailRenderer.RenderedEmail bare) {}

  /** With what was written and not saved yet. */
  public Preview preview(String id, Map<String, Object> fields) {
    return preview(
        MailTemplateParser.read(id, fields, templates.find(id), "preview", clock.instant()));
  }

  public Preview preview(MailTemplate mail) {
    return new Preview(
        renderer.preview(mail, SOMEBODY), renderer.preview(mail, new Profile(new HashMap<>())));
  }
}
