package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people of one company with sales at once: each has a handoff, and nobody works blind. */
class ColleaguesTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void who_gets_a_colleague_reads_where_the_other_one_stands() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    String owner = ada.handoff().owner();
    scenario.rep(owner).accepts(ada);
    scenario.passes(Duration.ofHours(2));

    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();

    assertThat(bob.handoff().owner()).isEqualTo(owner);
    assertThat(briefing(bob)).contains("qualification, with ", "raised a hand 2 h ago");
    assertThat(briefing(bob)).as("who is erased would stay in it").doesNotContain("ada@");
    assertThat(ada.told(owner)).as("they have them both").doesNotContain("intent");
  }

  @Test
  void a_rep_hears_that_another_one_has_a_colleague_who_raised_a_hand_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();

    assertThat(bob.handoff().owner()).isNotEqualTo(ada.handoff().owner());
    assertThat(ada.told(ada.handoff().owner())).containsOnlyOnce("intent");
    assertThat(ada.notices())
        .extracting(Alert::subject)
        .anyMatch(text -> text.startsWith("A colleague of your lead raised a hand, and is with "));

    scenario.mona().reassigns(bob, scenario.rep(ada.handoff().owner()));
    assertThat(ada.told(ada.handoff().owner())).containsOnlyOnce("intent");
  }

  @Test
  void who_has_two_of_them_hears_of_a_third_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor cyd = scenario.lead("cyd@acme.example").requestsDemo();
    String owner = cyd.handoff().owner();
    scenario.mona().reassigns(ada, scenario.rep(owner));
    long before = intents(owner, ada, cyd);

    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();

    assertThat(bob.handoff().owner()).isNotEqualTo(owner);
    assertThat(intents(owner, ada, cyd)).isEqualTo(before + 1);
  }

  private static long intents(String owner, LeadActor... leads) {
    return Stream.of(leads)
        .flatMap(lead -> lead.told(owner).stream())
        .filter("intent"::equals)
        .count();
  }

  @Test
  void each_keeps_its_own_record_clock_and_way_back() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).rejects(ada, "wrong_icp");

    assertThat(ada.stage()).isEqualTo(Stage.DISQUALIFIED);
    assertThat(bob.stage()).isEqualTo(Stage.MQL);
    assertThat(bob.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(bob.deadline("review").dueAt())
        .as("a hand-raiser is reviewed within four hours, whoever else of them is with sales")
        .isEqualTo(bob.handoff().frozen().mqlAt().plus(Duration.ofHours(4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@gmail.com bob@gmail.com", "ada@acme.example bob@other.example"})
  void people_without_a_common_company_are_no_colleagues(String two) {
    String[] addresses = two.split(" ");
    LeadActor ada = scenario.lead(addresses[0]).requestsDemo();
    LeadActor bob = scenario.lead(addresses[1]).requestsDemo();

    assertThat(briefing(bob)).doesNotContain("colleagues");
    assertThat(ada.told(ada.handoff().owner())).doesNotContain("intent");
  }

  @Test
  void who_was_turned_down_is_with_sales_no_more() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).rejects(ada, "low_intent");

    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();

    assertThat(briefing(bob)).doesNotContain("colleagues");
  }

  /** As it is stored. */
  private String briefing(LeadActor lead) {
    return scenario
        .bean(JdbcClient.class)
        .sql("select briefing from notice where lead_id = ? and kind = 'assigned'")
        .param(lead.id())
        .query(String.class)
        .single();
  }
}
