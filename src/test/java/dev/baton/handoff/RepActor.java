package dev.baton.handoff;

import dev.baton.handoff.record.HandoffState;
import java.time.Duration;
import java.util.Map;

/** Somebody who answers in a scenario, through our own commands. */
public class RepActor {
  private final HandoffScenario scenario;
  private final String id;

  RepActor(HandoffScenario scenario, String id) {
    this.scenario = scenario;
    this.id = id;
  }

  public String id() {
    return id;
  }

  public HandoffView accepts(LeadActor lead) {
    return answers(lead, HandoffState.REVIEW, Map.of("decision", "accept"));
  }

  public HandoffView rejects(LeadActor lead, String reason) {
    return answers(lead, HandoffState.REVIEW, Map.of("decision", "reject", "reason", reason));
  }

  public HandoffView qualifies(LeadActor lead) {
    return answers(
        lead,
        HandoffState.QUALIFICATION,
        Map.of(
            "framework", "bant",
            "decision", "qualify",
            "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))));
  }

  public HandoffView disqualifies(LeadActor lead, String reason) {
    return answers(
        lead,
        HandoffState.QUALIFICATION,
        Map.of("framework", "bant", "decision", "disqualify", "reason", reason));
  }

  public HandoffView calls(LeadActor lead) {
    return scenario.withSavePoints(
        () ->
            commands()
                .touch(lead.handoff().id(), Map.of("kind", "call", "outcome", "connected"), id));
  }

  public HandoffView opens(LeadActor lead) {
    return answers(
        lead,
        HandoffState.OPPORTUNITY,
        Map.of("value", 12500, "currency", "EUR", "stage", "proposal", "nextStep", "Send it"));
  }

  public HandoffView wins(LeadActor lead) {
    return ends(lead, Map.of("outcome", "won"));
  }

  public HandoffView loses(LeadActor lead, String reason) {
    return ends(lead, Map.of("outcome", "lost", "reason", reason));
  }

  public HandoffView claims(LeadActor lead) {
    return scenario.withSavePoints(
        () -> scenario.bean(ClaimCommands.class).claim(lead.handoff().id(), id));
  }

  public HandoffView pauses(LeadActor lead, String reason, Duration length) {
    return pauses(
        lead.handoff().id(),
        Map.of(
            "reason",
            reason,
            "until",
            scenario.now().plus(length).toString(),
            "note",
            "back on Thursday"));
  }

  HandoffView pauses(String handoffId, Map<String, Object> why) {
    return scenario.withSavePoints(
        () -> scenario.bean(PauseCommands.class).pause(handoffId, why, id));
  }

  public HandoffView resumes(LeadActor lead) {
    return scenario.withSavePoints(
        () -> scenario.bean(PauseCommands.class).resume(lead.handoff().id(), id));
  }

  public HandoffView reassigns(LeadActor lead, RepActor to) {
    return scenario.withSavePoints(
        () ->
            scenario
                .bean(ReassignCommands.class)
                .reassign(lead.handoff().id(), Map.of("rep", to.id, "reason", "holidays"), id));
  }

  public HandoffView answers(LeadActor lead, HandoffState question, Map<String, Object> fields) {
    return scenario.withSavePoints(
        () -> commands().answer(lead.handoff().id(), question, fields, id));
  }

  public boolean sees(LeadActor lead) {
    return commands().find(lead.handoff().id(), id).isPresent();
  }

  HandoffView ends(LeadActor lead, Map<String, Object> fields) {
    return scenario.withSavePoints(() -> commands().outcome(lead.handoff().id(), fields, id));
  }

  /** Brings a lead to a state by yeses. */
  public LeadActor brings(LeadActor lead, HandoffState state) {
    while (lead.state() != state) {
      switch (lead.state()) {
        case REVIEW -> accepts(lead);
        case QUALIFICATION -> qualifies(lead);
        case FIRST_TOUCH -> calls(lead);
        case OPPORTUNITY, CLOSED -> throw new IllegalArgumentException("No yes leads to " + state);
      }
    }
    return lead;
  }

  private HandoffCommands commands() {
    return scenario.bean(HandoffCommands.class);
  }
}
