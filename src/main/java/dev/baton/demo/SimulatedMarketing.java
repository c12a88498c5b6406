package dev.baton.demo;

import dev.baton.handoff.record.Handoff;
import dev.baton.rejection.RejectionCommands;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Simulated marketing: replies to rejections, most in time, some disputed. */
final class SimulatedMarketing {
  private static final Set<String> ANSWERED = Set.of("rejected", "disqualified");

  private final ClockSchedule time;
  private final RejectionCommands commands;
  private final TransactionTemplate transaction;
  private final Random random;

  SimulatedMarketing(
      ClockSchedule time,
      RejectionCommands commands,
      TransactionTemplate transaction,
      Random random) {
    this.time = time;
    this.commands = commands;
    this.transaction = transaction;
    this.random = random;
  }

  /** The latest rejections still wait for whoever tries the demo. */
  void hears(Handoff no) {
    if (!ANSWERED.contains(no.result())) {
      return;
    }
    String id = no.id();
    Map<String, Object> answer = answer();
    after(5 + random.nextInt(140), () -> commands.answer(id, answer, DemoStaff.MARKETER));
    if (answer.get("answer").equals("contest")) {
      Map<String, Object> decision = decision();
      after(200 + random.nextInt(40), () -> commands.decide(id, decision, DemoStaff.MANAGER));
    }
    if (no.rejectionReason().equals("duplicate")) {
      after(30, () -> commands.duplicate(id, Map.of("decision", "none"), DemoStaff.MARKETER));
    }
    if (no.rejectionReason().equals("no_authority")) {
      after(50, () -> commands.contact(id, Map.of("decision", "nobody"), DemoStaff.MANAGER));
    }
  }

  private void after(int hours, Runnable act) {
    time.at(
        time.now().plus(Duration.ofHours(hours)),
        () -> {
          transaction.executeWithoutResult(status -> act.run());
          time.settle();
        });
  }

  private Map<String, Object> answer() {
    return switch (random.nextInt(8)) {
      case 0 -> Map.of("answer", "contest", "note", "They asked for it themselves, twice.");
      case 1, 2 -> Map.of("answer", "adjust", "note", "The form asks for the company's size now.");
      default -> Map.of("answer", "agree");
    };
  }

  private Map<String, Object> decision() {
    return random.nextBoolean()
        ? Map.of("decision", "uphold", "note", "Nobody there decides on tools.")
        : Map.of("decision", "overturn", "note", "True. Warm them up and send them again.");
  }
}
