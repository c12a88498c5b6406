package dev.baton.agent.draft;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.TalkSigns;
import dev.baton.score.Scores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** That somebody whom nobody looks after wants to talk now, and what shows it. */
@Component
class TalkWriter implements ProposalWriter {
  private final OutreachDrafts drafts;
  private final Scores scores;
  private final TalkSigns signs;
  private final Clock clock;

  TalkWriter(OutreachDrafts drafts, Scores scores, TalkSigns signs, Clock clock) {
    this.drafts = drafts;
    this.scores = scores;
    this.signs = signs;
    this.clock = clock;
  }

  @Override
  public Agent agent() {
    return Agent.READY_TO_TALK;
  }

  @Override
  public RuleDraft write(Proposal proposal) {
    String leadId = proposal.subject().leadId();
    Instant now = clock.instant();
    List<String> reasons = new ArrayList<>();
    signs
        .in(scores.facts(leadId, now).signals(), now)
        .ifPresent(sign -> reasons.add(sign.reason()));
    reasons.addAll(drafts.reasons(leadId));
    return new RuleDraft(
        drafts.text(OutreachDrafts.TALK, leadId),
        reasons,
        List.of("The signals of this lead, by the table talk-signs"),
        null);
  }
}
