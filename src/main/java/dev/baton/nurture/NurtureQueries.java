package dev.baton.nurture;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailTemplates;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.MailingFigures;
import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.NurtureTrack;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries of nurture for marketing. */
@Component
public class NurtureQueries {
  private static final int MOST = 200;

  private final MailTemplates templates;
  private final Mailings mailings;
  private final Nurtures nurtures;
  private final Leads leads;
  private final Clock clock;

  NurtureQueries(
      MailTemplates templates, Mailings mailings, Nurtures nurtures, Leads leads, Clock clock) {
    this.templates = templates;
    this.mailings = mailings;
    this.nurtures = nurtures;
    this.leads = leads;
    this.clock = clock;
  }

  /** A track and its mails in their order. */
  public record TrackRow(NurtureTrack track, List<MailRow> mails) {}

  /** The tracks in their order. */
  public List<TrackRow> tracks() {
    Map<String, MailingFigures> figures = mailings.figures();
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

  private static MailingFigures figures(Map<String, MailingFigures> all, String id) {
    return all.getOrDefault(id, MailingFigures.NONE);
  }

  public int running() {
    return nurtures.running();
  }

  /** Who is in nurture, whose mail comes first before the others; at most {@value #MOST}. */
  public List<NurturedLead> leads() {
    List<Nurture> open = nurtures.open(MOST);
    List<String> ids = open.stream().map(Nurture::leadId).toList();
    Map<String, Lead> known = leads.all(ids);
    Map<String, List<ProfileValue>> profiles = leads.profileLogs(ids);
    return open.stream()
        .map(
            nurture -> {
              Profile profile =
                  Profile.of(profiles.getOrDefault(nurture.leadId(), List.of()), clock.instant());
              String address =
                  Optional.ofNullable(known.get(nurture.leadId())).map(Lead::email).orElse(null);
              return nurtured(nurture, profile, address);
            })
        .sorted(
            Comparator.comparing(
                lead -> lead.progress().nextMailAt(),
                Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private NurturedLead nurtured(Nurture nurture, Profile profile, @Nullable String address) {
    return new NurturedLead(
        nurture.leadId(),
        profile.name().orElse(address),
        profile.get("company").orElse(null),
        nurture.stage().name(),
        nurture.reason(),
        progress(nurture));
  }

  private NurturedLead.Progress progress(Nurture nurture) {
    List<Mailing> mails =
        mailings.ofLead(nurture.leadId()).stream()
            .filter(mail -> mail.nurtureId().equals(nurture.id()))
            .toList();
    return new NurturedLead.Progress(
        nurture.startedAt(),
        nurture.nextMailAt(),
        nurture.pausedAt(),
        mails.size(),
        mails.isEmpty() ? null : mails.get(mails.size() - 1).subject());
  }

  public Optional<MailHistory> history(String id) {
    return templates
        .find(id)
        .map(mail -> new MailRow(mail, figures(mailings.figures(), id)))
        .map(line -> new MailHistory(line, templates.versions(id)));
  }
}
