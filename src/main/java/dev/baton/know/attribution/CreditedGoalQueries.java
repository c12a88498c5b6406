package dev.baton.know.attribution;

import dev.baton.input.ListPage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads goals with their credits, page by page. */
@Component
class CreditedGoalQueries {
  private static final int PAGE = 50;

  private final CreditedGoals goals;

  CreditedGoalQueries(CreditedGoals goals) {
    this.goals = goals;
  }

  CreditedGoalPage page(AttributionQuestion question, int page) {
    List<CreditedGoalPage.Item> all = new ArrayList<>();
    goals.each(question, credited -> all.add(item(credited)));
    List<CreditedGoalPage.Item> rest =
        all.stream()
            .sorted(
                Comparator.comparing(CreditedGoalPage.Item::at)
                    .reversed()
                    .thenComparing(CreditedGoalPage.Item::handoffId))
            .skip((long) page * PAGE)
            .toList();
    ListPage<CreditedGoalPage.Item> one = ListPage.of(rest, PAGE, page);
    return new CreditedGoalPage(one.items(), one.next());
  }

  private static CreditedGoalPage.Item item(CreditedGoal credited) {
    ReachedGoal goal = credited.goal();
    return new CreditedGoalPage.Item(
        goal.handoffId(),
        goal.leadId(),
        goal.at(),
        credited.parts().stream()
            .flatMap(
                part ->
                    Stream.ofNullable(part.touch())
                        .map(
                            touch ->
                                new CreditedGoalPage.Credit(
                                    touch, BigDecimal.valueOf(part.millionths(), 6))))
            .toList());
  }
}
