package dev.baton.demo;

import dev.baton.handoff.Handoff;
import dev.baton.handoff.RejectionDesk;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** What marketing of the story says to the noes of sales: most in time, some contested. */
final class Marketing {
  private static final Set<String> NOES = Set.of("rejected", "disqualified");

  private final Timewalk time;
  private final RejectionDesk desk;
  private final TransactionTemplate transaction;
  private final Random random;

  Marketing(Timewalk time, RejectionDesk desk, TransactionTemplate transaction, Random random) {
    this.time = time;
    this.desk = desk;
    this.transaction = transaction;
    this.random = random;
  }

  /** The latest noes still wait for whoever tries the demo. */
  void hears(Handoff no) {
    if (!NOES.contains(no.result())) {
      return;
    }
    String id = no.id();
    Map<String, Object> answer = answer();
    after(5 + random.nextInt(140), () -> desk.answer(id, answer, Cast.MARKETER));
    if (answer.get("answer").equals("contest")) {
      Map<String, Object> decision = decision();
      after(200 + random.nextInt(40), () -> desk.decide(id, decision, Cast.MANAGER));
    }
    if (no.reason().equals("duplicate")) {
      after(30, () -> desk.duplicate(id, Map.of("decision", "none"), Cast.MARKETER));
    }
    if (no.reason().equals("no_authority")) {
      after(50, () -> desk.contact(id, Map.of("decision", "nobody"), Cast.MANAGER));
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
