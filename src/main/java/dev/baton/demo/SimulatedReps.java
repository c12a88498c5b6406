package dev.baton.demo;

import dev.baton.demo.sample.LeadScenario;
import dev.baton.demo.sample.SampleAnswers;
import dev.baton.demo.sample.ScenarioOutcome;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.ReassignCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Simulated reps of the demo: each answers what the script says, at their own pace and hours. */
final class SimulatedReps {
  /** Their fresh leads wait for whoever tries the demo. */
  private static final Set<String> PLAYED_BY_THE_VISITOR = Set.of("rita", "ben");

  private final ClockSchedule time;
  private final ReassignCommands reassignments;
  private final Handoffs handoffs;
  private final People people;
  private final TransactionTemplate transaction;
  private final Random random;
  private final SimulatedAnswers answers;
  private final SimulatedResponseTimes times;
  private final Set<String> seen = new HashSet<>();

  SimulatedReps(
      ClockSchedule time,
      HandoffCommands commands,
      ReassignCommands reassignments,
      Handoffs handoffs,
      People people,
      TransactionTemplate transaction,
      Random random) {
    this.time = time;
    this.reassignments = reassignments;
    this.handoffs = handoffs;
    this.people = people;
    this.transaction = transaction;
    this.random = random;
    this.answers = new SimulatedAnswers(time, commands, new SampleAnswers(random));
    this.times = new SimulatedResponseTimes(random);
  }

  /** How many handoffs there have been. */
  int count() {
    return seen.size();
  }

  /**
   * Whoever left leads unanswered logs in again when the next working day begins, and takes new
   * ones.
   */
  void comeBack() {
    people.all().stream()
        .filter(person -> isBack(person.unresponsiveSince()))
        .forEach(person -> people.isBack(person.id()));
  }

  private boolean isBack(@Nullable Instant unresponsiveSince) {
    return unresponsiveSince != null && !times.nextDay(unresponsiveSince).isAfter(time.now());
  }

  /** On the day on which somebody tries the demo everybody is at work. */
  void allComeBack() {
    people.all().forEach(person -> people.isBack(person.id()));
  }

  /** Takes up the lead's handoff if a new one has begun. */
  void look(LeadScenario scenario, String leadId, Consumer<Handoff> whenClosed) {
    List<Handoff> all = handoffs.ofLead(leadId);
    if (all.isEmpty() || !seen.add(all.get(all.size() - 1).id())) {
      return;
    }
    Handoff handoff = all.get(all.size() - 1);
    List<String> script = scenario.fate().answers(handoff.cycle());
    if (scenario.fate() != ScenarioOutcome.FRESH) {
      maybeReassign(handoff);
      next(handoff.id(), script, 0, whenClosed);
    } else if (!PLAYED_BY_THE_VISITOR.contains(handoff.owner())) {
      time.at(times.soon(time.now()), () -> answer(handoff.id(), script, 0, whenClosed));
    }
  }

  private void next(String id, List<String> script, int given, Consumer<Handoff> whenClosed) {
    if (given == script.size()) {
      return;
    }
    Instant at = times.answerTo(given, handoff(id), time.now());
    time.at(at, () -> answer(id, script, given, whenClosed));
  }

  private void answer(String id, List<String> script, int given, Consumer<Handoff> whenClosed) {
    String by = handoff(id).assignedOwner();
    String answer = script.get(given);
    transaction.executeWithoutResult(
        status -> {
          if (answer.startsWith("no:")) {
            answers.reject(id, given, answer.substring(3), by);
          } else {
            answers.accept(id, given, by);
          }
        });
    time.settle();
    Handoff handoff = handoff(id);
    if (handoff.isClosed()) {
      whenClosed.accept(handoff);
      return;
    }
    maybeTouch(handoff);
    next(id, script, given + 1, whenClosed);
  }

  /** Some call before they qualify, and keep in touch while a deal runs. */
  private void maybeTouch(Handoff handoff) {
    if (random.nextInt(2) == 0
        || (handoff.state() != HandoffState.QUALIFICATION
            && handoff.state() != HandoffState.OPPORTUNITY)) {
      return;
    }
    Instant at = times.inOfficeHours(time.now().plus(Duration.ofHours(4)));
    time.at(
        at,
        () -> {
          if (handoff(handoff.id()).state() == handoff.state()) {
            transaction.executeWithoutResult(
                status -> answers.touch(handoff.id(), handoff.assignedOwner()));
          }
        });
  }

  /** Now and then the manager gives a lead to somebody else. */
  private void maybeReassign(Handoff handoff) {
    if (random.nextInt(16) > 0) {
      return;
    }
    String other = "nora".equals(handoff.owner()) ? "ines" : "nora";
    time.at(
        time.now().plus(Duration.ofMinutes(70)),
        () -> {
          if (handoff(handoff.id()).state() == HandoffState.REVIEW) {
            Map<String, Object> fields =
                Map.of("rep", other, "reason", handoff.owner() + " is at a customer's today");
            transaction.executeWithoutResult(
                status -> reassignments.reassign(handoff.id(), fields, DemoStaff.MANAGER));
            time.settle();
          }
        });
  }

  private Handoff handoff(String id) {
    return handoffs.find(id).orElseThrow();
  }
}
