package dev.baton.web.lead;

import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handoffs of a lead on its page, the latest first, each with its clocks. */
@Component
class HandoffEpisodes {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Opportunities opportunities;
  private final Labels words;

  HandoffEpisodes(
      Handoffs handoffs, Deadlines deadlines, Opportunities opportunities, Labels words) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.opportunities = opportunities;
    this.words = words;
  }

  List<LeadPage.Episode> of(String leadId, ViewerClock viewerClock, DisplayNames names) {
    List<Handoff> all = new ArrayList<>(handoffs.ofLead(leadId));
    Collections.reverse(all);
    Map<String, List<Deadline>> clocks = deadlines.of(all.stream().map(Handoff::id).toList());
    return all.stream()
        .map(
            handoff ->
                new LeadPage.Episode(
                    handoff,
                    names.of(handoff.owner()),
                    clocks.getOrDefault(handoff.id(), List.of()).stream()
                        .map(clock -> ClockRow.of(clock, viewerClock, names, words))
                        .toList()))
        .toList();
  }

  Optional<Deal> deal(Handoff handoff) {
    return opportunities.of(handoff.id());
  }
}
