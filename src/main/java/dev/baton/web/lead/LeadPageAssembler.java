package dev.baton.web.lead;

import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Assembler of the page of one lead for one viewer. */
@Component
class LeadPageAssembler {
  private final LeadQueries queries;
  private final ProfileRows profiles;
  private final HandoffEpisodes episodes;
  private final OpenQuestionAssembler questions;
  private final LeadBriefings briefings;
  private final People people;
  private final Labels words;

  LeadPageAssembler(
      LeadQueries queries,
      ProfileRows profiles,
      HandoffEpisodes episodes,
      OpenQuestionAssembler questions,
      LeadBriefings briefings,
      People people,
      Labels words) {
    this.queries = queries;
    this.profiles = profiles;
    this.episodes = episodes;
    this.questions = questions;
    this.briefings = briefings;
    this.people = people;
    this.words = words;
  }

  /** The page, if this reader may see the lead. */
  Optional<LeadPage> find(String leadId, CurrentUser user) {
    DisplayNames names = DisplayNames.ofAll(people);
    return queries
        .lead(leadId, user.id(), new TextFormat(user.clock(), names, words))
        .map(lead -> page(lead, user, names));
  }

  private LeadPage page(LeadView lead, CurrentUser user, DisplayNames names) {
    List<LeadPage.Episode> all = episodes.of(lead.id(), user.clock(), names);
    Optional<LeadPage.Episode> latest = all.stream().findFirst();
    return new LeadPage(
        lead,
        profiles.of(lead.id(), user.clock()),
        latest
            .map(episode -> briefings.of(episode.handoff(), user.clock().wording()))
            .orElseGet(() -> briefings.ofLead(lead.id(), user.clock().wording())),
        LeadPage.Why.of(lead.score(), words),
        latest.flatMap(episode -> questions.of(lead, episode, user)).orElse(null),
        latest.flatMap(episode -> episodes.deal(episode.handoff())).orElse(null),
        all,
        episodes.colleagues(lead, user, names));
  }
}
