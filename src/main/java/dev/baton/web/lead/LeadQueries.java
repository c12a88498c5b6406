package dev.baton.web.lead;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.stage.Stages;
import dev.baton.web.lead.LeadView.ScoreView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Queries of leads that a person may see. */
@Component
public class LeadQueries {
  private final Leads leads;
  private final LeadRecordMerge merge;
  private final Stages stages;
  private final Handoffs handoffs;
  private final People people;
  private final LeadViews views;
  private final ScoreViews scores;

  LeadQueries(
      Leads leads,
      LeadRecordMerge merge,
      Stages stages,
      Handoffs handoffs,
      People people,
      LeadViews views,
      ScoreViews scores) {
    this.leads = leads;
    this.merge = merge;
    this.stages = stages;
    this.handoffs = handoffs;
    this.people = people;
    this.views = views;
    this.scores = scores;
  }

  /** The lead, if this person may see it; all of it as it was at one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<LeadView> lead(String id, String reader) {
    return lead(id, reader, CodeFormat.CODES);
  }

  /** The same, with its timeline told in another way. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Optional<LeadView> lead(String id, String reader, TimelineFormat format) {
    return visible(id, reader)
        .map(
            lead ->
                views.of(
                    lead,
                    stages.current(lead.id()).orElseThrow().stage(),
                    handoffs.latest(List.of(lead.id())).get(lead.id()),
                    lead.id().equals(id) ? null : lead.id(),
                    format));
  }

  public boolean maySee(String id, String reader) {
    return visible(id, reader).isPresent();
  }

  /** The score as it was at an instant, or would decay to; null: now. */
  ScoreView score(String id, @Nullable Instant asOf) {
    return scores.of(survivor(id), asOf);
  }

  /** The lead that an id stands for: itself, or the one that it was merged into. */
  public String survivor(String id) {
    return merge.survivor(id).orElse(id);
  }

  /** A rep sees what was handed to them or their team; the others see all. */
  private Optional<Lead> visible(String asked, String reader) {
    Person person = people.find(reader).orElseThrow();
    return merge
        .survivor(asked)
        .flatMap(leads::find)
        .filter(lead -> stages.current(lead.id()).isPresent())
        .filter(
            lead ->
                !person.isRep()
                    || Optional.ofNullable(handoffs.latest(List.of(lead.id())).get(lead.id()))
                        .filter(handoff -> HandoffPermissions.maySee(person, handoff))
                        .isPresent());
  }
}
