package dev.baton.know.attribution;

import dev.baton.signal.RecordedSignal;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalHistory;
import dev.baton.signal.SignalScreening;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Splits goals over the signals recorded up to their instants, without those that no person meant
 * (rule R16). Nothing that came or became known later changes it.
 */
@Component
class CreditedGoals {
  /** Of so many goals the signals are in memory at a time. */
  private static final int CHUNK = 500;

  private static final Comparator<Signal> ORDER =
      Comparator.comparing(Signal::occurredAt)
          .thenComparing(Signal::recordedAt)
          .thenComparing(Signal::id);

  private final ReachedGoals goals;
  private final SignalHistory signals;

  CreditedGoals(ReachedGoals goals, SignalHistory signals) {
    this.goals = goals;
    this.signals = signals;
  }

  void each(AttributionQuestion question, Consumer<CreditedGoal> consumer) {
    List<ReachedGoal> reached =
        goals.in(question.range(), question.goal(), question.basis(), question.models());
    for (int from = 0; from < reached.size(); from += CHUNK) {
      List<ReachedGoal> chunk = reached.subList(from, Math.min(from + CHUNK, reached.size()));
      Map<String, List<RecordedSignal>> ofLeads =
          signals.of(chunk.stream().map(ReachedGoal::leadId).distinct().toList());
      for (ReachedGoal goal : chunk) {
        consumer.accept(credited(question, goal, ofLeads.getOrDefault(goal.leadId(), List.of())));
      }
    }
  }

  private static CreditedGoal credited(
      AttributionQuestion question, ReachedGoal goal, List<RecordedSignal> recorded) {
    List<Signal> known = recorded.stream().filter(goal::knew).map(RecordedSignal::signal).toList();
    Set<String> flagged = SignalScreening.flags(known).keySet();
    List<Touchpoint> touches =
        known.stream()
            .filter(signal -> !flagged.contains(signal.id()))
            .sorted(ORDER)
            .map(Touchpoint::of)
            .filter(question.by()::counts)
            .toList();
    if (touches.isEmpty()) {
      return new CreditedGoal(goal, List.of(new CreditedGoal.Part(null, LargestRemainder.WHOLE)));
    }
    List<Integer> shares = question.model().split(touches, goal.at());
    return new CreditedGoal(
        goal,
        IntStream.range(0, touches.size())
            .filter(i -> shares.get(i) > 0)
            .mapToObj(i -> new CreditedGoal.Part(touches.get(i), shares.get(i)))
            .toList());
  }
}
