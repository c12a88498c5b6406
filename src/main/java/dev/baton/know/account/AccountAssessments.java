package dev.baton.know.account;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Assessments of companies: their score and buying group, computed from what is known now. */
@Component
public class AccountAssessments {
  private static final int WARM = 60;
  private static final String DECIDER = "decision_maker";
  private static final Set<String> RESEARCH =
      Set.of("review_site_research", "comparison_requested");
  private static final Duration RECENT = Duration.ofDays(30);
  private static final Duration NEWS = Duration.ofDays(90);

  private final AccountPeople people;
  private final ActiveAccounts active;
  private final Decisions decisions;
  private final Clock clock;

  AccountAssessments(
      AccountPeople people, ActiveAccounts active, Decisions decisions, Clock clock) {
    this.people = people;
    this.active = active;
    this.decisions = decisions;
    this.clock = clock;
  }

  public AccountAssessment of(String accountId) {
    DecisionSnapshot tables = decisions.inForce();
    Instant now = clock.instant();
    List<AccountPerson> known =
        people.of(List.of(accountId), now, tables).getOrDefault(accountId, List.of());
    return assessed(accountId, known, now, tables);
  }

  /** Companies of which somebody did something in the last 90 days, the warmest first. */
  public List<AccountAssessment> warmest() {
    Instant now = clock.instant();
    return of(active.since(now.minus(NEWS)), now);
  }

  private List<AccountAssessment> of(Collection<String> accountIds, Instant now) {
    DecisionSnapshot tables = decisions.inForce();
    return people.of(accountIds, now, tables).entrySet().stream()
        .map(account -> assessed(account.getKey(), account.getValue(), now, tables))
        .sorted(
            Comparator.comparingInt((AccountAssessment one) -> one.score().total())
                .thenComparingInt(AccountAssessment::active)
                .reversed()
                .thenComparing(AccountAssessment::accountId))
        .toList();
  }

  private static AccountAssessment assessed(
      String accountId, List<AccountPerson> people, Instant now, DecisionSnapshot tables) {
    List<AccountPerson> active = people.stream().filter(person -> person.isActive(now)).toList();
    return new AccountAssessment(
        accountId,
        score(people, active, now, tables),
        BuyingGroups.of(people, tables),
        people.size(),
        active.size());
  }

  private static AccountScore score(
      List<AccountPerson> people,
      List<AccountPerson> active,
      Instant now,
      DecisionSnapshot tables) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("active", active.size());
    inputs.put("warm", count(people, person -> person.score().total() >= WARM));
    inputs.put("deciders", count(active, person -> person.role().equals(DECIDER)));
    inputs.put("fit", people.stream().mapToInt(person -> person.score().fit()).max().orElse(0));
    inputs.put("research", times(people, RESEARCH, now.minus(RECENT)));
    inputs.put("funding", times(people, Set.of("funding_event"), now.minus(NEWS)));
    inputs.put("hiring", times(people, Set.of("hiring_event"), now.minus(NEWS)));
    List<AccountScore.Reason> reasons =
        tables.rows("account-score", inputs).stream()
            .map(
                row ->
                    new AccountScore.Reason(
                        row.text("rule"), row.number("points"), row.text("reason")))
            .sorted(
                Comparator.comparingInt(AccountScore.Reason::points)
                    .reversed()
                    .thenComparing(AccountScore.Reason::rule))
            .toList();
    int total = reasons.stream().mapToInt(AccountScore.Reason::points).sum();
    String band = tables.row("score-band", Map.of("total", total)).text("band");
    return new AccountScore(total, band, now, reasons);
  }

  private static int count(List<AccountPerson> people, Predicate<AccountPerson> which) {
    return (int) people.stream().filter(which).count();
  }

  private static int times(List<AccountPerson> people, Set<String> types, Instant since) {
    return (int) people.stream().mapToLong(person -> person.times(types, since)).sum();
  }
}
