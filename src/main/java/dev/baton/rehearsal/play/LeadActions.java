package dev.baton.rehearsal.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.ClaimCommands;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioStep;
import dev.baton.signal.SignalFeed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What leads do and sales answers in a rehearsal, through the same doors as everywhere. */
final class LeadActions {
  private static final String SENDER = "rehearsal";
  private static final Set<String> OF_A_SIGNAL =
      Set.of("id", "type", "occurredAt", "channel", "source", "campaign", "properties");
  private static final String DECISION = "decision";

  private final SignalFeed signals;
  private final HandoffCommands answers;
  private final ClaimCommands claims;
  private final Handoffs handoffs;
  private final People people;
  private final ObjectMapper json;

  LeadActions(
      SignalFeed signals,
      HandoffCommands answers,
      ClaimCommands claims,
      Handoffs handoffs,
      People people,
      ObjectMapper json) {
    this.signals = signals;
    this.answers = answers;
    this.claims = claims;
    this.handoffs = handoffs;
    this.people = people;
    this.json = json;
  }

  /**
   * Does what a step says.
   *
   * @param leadId null before the first signal
   * @return the id of the lead
   * @throws RuntimeException with a sentence where it can't be done
   */
  @Nullable String act(Scenario scenario, ScenarioStep step, @Nullable String leadId) {
    Map<String, Object> values = step.values();
    switch (step.what()) {
      case SIGNAL -> {
        return signals.record(SENDER, signal(scenario, step));
      }
      case CLAIM -> {
        Handoff handoff = handoff(leadId);
        claims.claim(handoff.id(), claimant(handoff));
      }
      case ACCEPT -> answer(leadId, HandoffState.REVIEW, with(values, DECISION, "accept"));
      case REJECT -> answer(leadId, HandoffState.REVIEW, with(values, DECISION, "reject"));
      case QUALIFY -> answer(leadId, HandoffState.QUALIFICATION, qualification(values));
      case DISQUALIFY ->
          answer(
              leadId,
              HandoffState.QUALIFICATION,
              with(with(values, DECISION, "disqualify"), "framework", "bant"));
      case TOUCH -> {
        Handoff handoff = handoff(leadId);
        answers.touch(handoff.id(), values, owner(handoff));
      }
      case OPPORTUNITY -> answer(leadId, HandoffState.OPPORTUNITY, values);
      case WON, LOST -> {
        Handoff handoff = handoff(leadId);
        answers.outcome(handoff.id(), with(values, "outcome", step.what().word()), owner(handoff));
      }
      default -> throw new IllegalStateException(step.what() + " is no act");
    }
    return leadId;
  }

  private ObjectNode signal(Scenario scenario, ScenarioStep step) {
    Map<String, Object> signal = new LinkedHashMap<>();
    Map<String, Object> properties = new LinkedHashMap<>();
    step.values()
        .forEach(
            (name, value) -> (OF_A_SIGNAL.contains(name) ? signal : properties).put(name, value));
    signal.putIfAbsent("id", "line-" + step.line());
    signal.put("lead", scenario.lead());
    if (!properties.isEmpty()) {
      signal.put("properties", properties);
    }
    return json.valueToTree(signal);
  }

  private void answer(@Nullable String leadId, HandoffState question, Map<String, Object> fields) {
    Handoff handoff = handoff(leadId);
    answers.answer(handoff.id(), question, fields, owner(handoff));
  }

  /** A criterion that is named is met; what is said of it is how the rep knows. */
  private static Map<String, Object> qualification(Map<String, Object> values) {
    Map<String, Object> criteria = new LinkedHashMap<>();
    Map<String, Object> fields = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (Set.of("framework", "note", "override").contains(name)) {
            fields.put(name, value);
          } else {
            criteria.put(name, Map.of("met", true, "evidence", value));
          }
        });
    fields.putIfAbsent("framework", "bant");
    fields.put(DECISION, "qualify");
    fields.put("criteria", criteria);
    return fields;
  }

  private static Map<String, Object> with(Map<String, Object> values, String name, String value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, value);
    return more;
  }

  private Handoff handoff(@Nullable String leadId) {
    Handoff latest = leadId == null ? null : handoffs.latest(List.of(leadId)).get(leadId);
    if (latest == null) {
      throw InvalidInput.at("handoff", "nothing was handed to sales by then");
    }
    return latest;
  }

  private static String owner(Handoff handoff) {
    String owner = handoff.owner();
    if (owner == null) {
      throw InvalidInput.at("handoff", "nobody owned it by then");
    }
    return owner;
  }

  /** The first rep of the team by name. */
  private String claimant(Handoff handoff) {
    return people.all().stream()
        .filter(Person::isActiveRep)
        .filter(rep -> Objects.equals(rep.team(), handoff.team()))
        .map(Person::id)
        .sorted()
        .findFirst()
        .orElseThrow(() -> InvalidInput.at("handoff", "its team has no rep"));
  }
}
