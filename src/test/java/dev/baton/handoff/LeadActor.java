package dev.baton.handoff;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.score.Score;
import dev.baton.signal.SignalSender;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lead of a scenario: what it does, and what became of it. */
public class LeadActor {
  /** The profile of somebody who fits in every respect: 50 points. */
  public static final Map<String, Object> IDEAL =
      Map.of("companySize", 120, "industry", "SaaS", "jobTitle", "VP Sales");

  private final HandoffScenario scenario;
  private final Map<String, Object> contact;
  private String sender = "tests";
  private SignalSender.Receipt receipt;

  LeadActor(HandoffScenario scenario, Map<String, Object> contact) {
    this.scenario = scenario;
    this.contact = new HashMap<>(contact);
  }

  public LeadActor with(String field, Object value) {
    contact.put(field, value);
    return this;
  }

  public LeadActor sentBy(String system) {
    sender = system;
    return this;
  }

  public LeadActor whoFits() {
    contact.putAll(IDEAL);
    return this;
  }

  public LeadActor requestsDemo() {
    return does("demo_requested");
  }

  public LeadActor does(String type) {
    return does(type, Map.of());
  }

  /** Sends a signal with more of the contract's fields, such as {@code occurredAt} or source. */
  public LeadActor does(String type, Map<String, Object> more) {
    Map<String, Object> signal = new HashMap<>(more);
    signal.put("type", type);
    signal.put("lead", contact);
    receipt = scenario.send(sender, signal);
    return this;
  }

  public LeadActor downloads(String asset) {
    return does("content_downloaded", Map.of("properties", Map.of("asset", asset)));
  }

  public String id() {
    return receipt.leadId();
  }

  public List<String> warnings() {
    return receipt.warnings();
  }

  public Stage stage() {
    return scenario.stage(id());
  }

  public List<Stage> stages() {
    return episodes().stream().map(StageEpisode::stage).toList();
  }

  public List<StageEpisode> episodes() {
    return scenario.episodes(id());
  }

  public Score score() {
    return scenario.score(id());
  }

  public List<Handoff> handoffs() {
    return scenario.handoffs(id());
  }

  /** The latest. */
  public Handoff handoff() {
    return scenario.handoff(id());
  }

  public HandoffState state() {
    return handoff().state();
  }

  public List<Deadline> deadlines() {
    return scenario.deadlines(handoff().id());
  }

  /** The rounds of a clock. */
  public List<Deadline> rounds(String clock) {
    return deadlines().stream().filter(d -> d.clock().equals(clock)).toList();
  }

  /** The latest round of a clock. */
  public Deadline deadline(String clock) {
    List<Deadline> rounds = rounds(clock);
    return rounds.get(rounds.size() - 1);
  }

  public List<Alert> notices() {
    return scenario.notices(id());
  }

  /** What somebody was told about this lead, by kind, oldest first. */
  public List<String> told(String person) {
    return notices().stream()
        .filter(notice -> notice.to().equals(person))
        .filter(notice -> !notice.state().equals("skipped"))
        .map(Alert::kind)
        .toList();
  }

  /** The due date that Tasklist shows. */
  public Instant taskDue() {
    return scenario.task(handoff().id()).getDueDate().toInstant();
  }

  public Map<String, Instant> timers() {
    return scenario.timersOf(handoff().id());
  }
}
