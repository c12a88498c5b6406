package dev.baton.change.backtest;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.merge.LeadMerge;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.rejection.LeadReopening;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Some weeks of leads, reps and managers who do whatever comes to their minds. */
class RandomLife {
  private static final List<String> DEEDS =
      List.of(
          "page_view",
          "pricing_page_view",
          "webinar_attended",
          "webinar_registered",
          "email_clicked",
          "email_replied",
          "trial_started",
          "comparison_page_view",
          "unsubscribed",
          "demo_requested",
          "rep_engaged");

  private static final List<String> REASONS = List.of("low_intent", "wrong_icp", "unreachable");

  private final HandoffScenario scenario;
  private final Random random;
  private final List<LeadActor> leads;

  RandomLife(HandoffScenario scenario, long seed, int people) {
    this.scenario = scenario;
    this.random = new Random(seed);
    this.leads =
        IntStream.range(0, people)
            .mapToObj(i -> scenario.lead("p%d@firm%d.example".formatted(i, i)))
            .toList();
    for (int i = 0; i < people; i++) {
      if (i % 3 != 0) {
        leads.get(i).whoFits();
      }
      if (i % 4 == 0) {
        leads.get(i).with("companySize", 1_000);
      }
      if (i % 5 == 0) {
        leads.get(i).with("visitorId", "visitor-" + i);
      }
    }
  }

  void goesOn(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      scenario.passes(Duration.ofMinutes(1 + random.nextInt(60 * 20)));
    }
  }

  private void step() {
    LeadActor lead = leads.get(random.nextInt(leads.size()));
    switch (random.nextInt(12)) {
      case 0 -> scenario.visitor("visitor-" + random.nextInt(leads.size())).does("page_view");
      case 1, 2 -> open().ifPresent(this::isAnswered);
      case 3 -> merges();
      case 4 -> reopens();
      case 5 -> lead.with("jobTitle", List.of("Intern", "VP Sales").get(random.nextInt(2)));
      case 6 ->
          lead.does(
              "webinar_attended",
              Map.of(
                  "occurredAt",
                  scenario.now().minus(Duration.ofDays(random.nextInt(60))).toString()));
      default -> lead.does(DEEDS.get(random.nextInt(DEEDS.size())));
    }
  }

  private Optional<Handoff> open() {
    List<String> open =
        scenario
            .db()
            .sql(
                "select id from handoff where is_open = true and owner is not null order by mql_at")
            .query(String.class)
            .list();
    return open.isEmpty()
        ? Optional.empty()
        : scenario.bean(Handoffs.class).find(open.get(random.nextInt(open.size())));
  }

  private void isAnswered(Handoff handoff) {
    Map<String, Object> answer =
        random.nextBoolean()
            ? Map.of("decision", "accept")
            : Map.of("decision", "reject", "reason", REASONS.get(random.nextInt(REASONS.size())));
    if (handoff.state() == HandoffState.REVIEW) {
      scenario.completesInTasklist(handoff.id(), handoff.assignedOwner(), answer);
    }
  }

  private void merges() {
    List<String> two =
        scenario
            .db()
            .sql("select id from lead where merged_into is null order by email")
            .query(String.class)
            .list();
    if (two.size() > 6) {
      String one = two.get(random.nextInt(two.size()));
      String other = two.get(random.nextInt(two.size()));
      scenario.withSavePoints(
          () ->
              new TransactionTemplate(scenario.bean(PlatformTransactionManager.class))
                  .execute(status -> scenario.bean(LeadMerge.class).merge(one, other, "mona")));
    }
  }

  private void reopens() {
    scenario
        .db()
        .sql("select lead_id from stage_entry where is_current = true and stage = :gone")
        .param("gone", Stage.DISQUALIFIED.name())
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .ifPresent(
            id ->
                scenario
                    .bean(LeadReopening.class)
                    .reopen(id, Map.of("reason", "They grew"), "mona"));
  }
}
