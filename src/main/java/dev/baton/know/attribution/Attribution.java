package dev.baton.know.attribution;

import dev.baton.input.EnumWords;
import dev.baton.insight.rollup.ConsistentRead;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Attribution of goals to the signals before them, and what they cost. */
@Component
public class Attribution {
  private final CreditedGoals goals;
  private final CampaignCosts costs;
  private final ConsistentRead read;

  Attribution(CreditedGoals goals, CampaignCosts costs, ConsistentRead read) {
    this.goals = goals;
    this.costs = costs;
    this.read = read;
  }

  public AttributionReport report(AttributionQuestion question) {
    return read.read(() -> counted(question));
  }

  private AttributionReport counted(AttributionQuestion question) {
    Map<String, AttributionSum> rows = new TreeMap<>();
    AttributionSum total = new AttributionSum();
    long[] counts = new long[2];
    goals.each(
        question,
        credited -> {
          counts[0]++;
          counts[1] += credited.isNamed() ? 1 : 0;
          credited.parts().forEach(part -> add(question, rows, total, credited.goal(), part));
        });
    if (question.by() == AttributionKey.CAMPAIGN) {
      costs.in(question.range()).forEach(cost -> spend(cost, rows, total));
    }
    List<AttributionRow> sorted =
        rows.entrySet().stream()
            .map(row -> row.getValue().row(row.getKey(), total.credits()))
            .sorted(
                Comparator.comparing(AttributionRow::credits)
                    .reversed()
                    .thenComparing(AttributionRow::key))
            .toList();
    return new AttributionReport(
        question.model().word(),
        question.goal().word(),
        EnumWords.of(question.by()),
        EnumWords.of(question.basis()),
        counts[0],
        counts[1],
        sorted,
        total.row("total", total.credits()));
  }

  private static void add(
      AttributionQuestion question,
      Map<String, AttributionSum> rows,
      AttributionSum total,
      ReachedGoal goal,
      CreditedGoal.Part part) {
    String key = question.by().of(part.touch(), goal);
    rows.computeIfAbsent(key, none -> new AttributionSum()).add(goal, part.millionths());
    total.add(goal, part.millionths());
  }

  private static void spend(
      CampaignCost cost, Map<String, AttributionSum> rows, AttributionSum total) {
    rows.computeIfAbsent(cost.campaign(), none -> new AttributionSum())
        .spend(cost.currency(), cost.amount());
    total.spend(cost.currency(), cost.amount());
  }
}
