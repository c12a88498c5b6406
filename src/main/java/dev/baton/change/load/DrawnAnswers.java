package dev.baton.change.load;

import dev.baton.sla.SlaTarget;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Answers of one dry run, each after a time that is drawn from those of the past. */
final class DrawnAnswers {
  private final AnswerHistory history;
  private final SplittableRandom random;
  private final Map<String, Long> asked = new TreeMap<>();
  private final Map<String, Long> missed = new TreeMap<>();

  DrawnAnswers(AnswerHistory history, SplittableRandom random) {
    this.history = history;
    this.random = random;
  }

  /**
   * When the last question about a lead is answered: one after the other, as long as there was
   * another one in the past.
   */
  Instant last(Arrival arrival) {
    Instant start = arrival.at();
    Iterator<Map.Entry<String, SlaTarget>> clocks = arrival.targets().entrySet().iterator();
    String before = null;
    while (clocks.hasNext()) {
      Map.Entry<String, SlaTarget> next = clocks.next();
      String clock = next.getKey();
      boolean ends =
          history.size(clock) == 0
              || (before != null
                  && random.nextDouble()
                      >= history.goesOn(before, clock, arrival.team(), arrival.handRaise()));
      if (ends) {
        return start;
      }
      Instant answered =
          start.plus(history.draw(clock, arrival.team(), arrival.handRaise(), random));
      asked.merge(clock, 1L, Long::sum);
      if (answered.isAfter(next.getValue().dueAt(start))) {
        missed.merge(clock, 1L, Long::sum);
      }
      start = answered;
      before = clock;
    }
    return start;
  }

  Map<String, Long> asked() {
    return asked;
  }

  Map<String, Long> missed() {
    return missed;
  }
}
