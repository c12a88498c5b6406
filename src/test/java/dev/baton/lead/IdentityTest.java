package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.score.Scores;
import dev.baton.signal.SignalSender;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who it is (rule R13). */
class IdentityTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @ParameterizedTest
  @ValueSource(strings = {"ada@acme.example", " Ada@ACME.Example ", "ADA@ACME.EXAMPLE"})
  void an_address_is_trimmed_and_lower_cased(String email) {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");

    assertThat(scenario.lead(email).does("page_view").id()).isEqualTo(ada.id());
  }

  @ParameterizedTest
  @CsvSource({"ada@gmail.com, a.da@gmail.com", "ada@acme.example, ada+news@acme.example"})
  void and_nothing_else_is_done_to_it(String one, String other) {
    assertThat(scenario.lead(one).does("page_view").id())
        .isNotEqualTo(scenario.lead(other).does("page_view").id());
  }

  @Test
  void the_address_wins_over_the_external_id_and_the_conflict_is_told() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    LeadActor bob = scenario.somebody(Map.of("externalId", "crm-2")).does("page_view");

    LeadActor both =
        scenario
            .somebody(Map.of("email", "ada@acme.example", "externalId", "crm-2"))
            .does("page_view");

    assertThat(both.id()).isEqualTo(ada.id()).isNotEqualTo(bob.id());
    assertThat(both.warnings())
        .singleElement()
        .isEqualTo("lead.externalId belongs to another lead; the e-mail decided");
  }

  @Test
  void the_external_id_wins_over_the_visitor_id() {
    LeadActor ada = scenario.somebody(Map.of("externalId", "crm-1")).does("page_view");
    scenario.somebody(Map.of("email", "bob@acme.example", "visitorId", "c-1")).does("page_view");

    LeadActor again =
        scenario.somebody(Map.of("externalId", "crm-1", "visitorId", "c-1")).does("page_view");

    assertThat(again.id()).isEqualTo(ada.id());
  }

  @Test
  void each_identifier_finds_the_lead_that_told_it() {
    LeadActor ada =
        scenario
            .somebody(
                Map.of("email", "ada@acme.example", "externalId", "crm-1", "visitorId", "c-1"))
            .does("page_view");

    assertThat(scenario.somebody(Map.of("externalId", "crm-1")).does("page_view").id())
        .isEqualTo(ada.id());
    assertThat(scenario.visitor("c-1").does("page_view").id()).isEqualTo(ada.id());
  }

  @Test
  void an_address_that_differs_from_the_one_of_the_external_id_is_told() {
    LeadActor ada =
        scenario
            .somebody(Map.of("email", "ada@acme.example", "externalId", "crm-1"))
            .does("page_view");

    LeadActor again =
        scenario
            .somebody(Map.of("email", "ada@other.example", "externalId", "crm-1"))
            .does("page_view");

    assertThat(again.id()).isEqualTo(ada.id());
    assertThat(again.warnings()).singleElement().asString().contains("kept the first");
  }

  @Test
  void a_visitor_that_tells_its_address_becomes_a_lead_with_its_past() {
    LeadActor visitor = scenario.visitor("c-1").does("webinar_attended");
    assertThat(visitor.stage()).isEqualTo(Stage.VISITOR);
    scenario.passes(Duration.ofHours(1));

    LeadActor ada =
        scenario
            .somebody(Map.of("email", "ada@acme.example", "visitorId", "c-1"))
            .whoFits()
            .does("page_view");

    assertThat(ada.id()).isEqualTo(visitor.id());
    assertThat(ada.stages()).containsExactly(Stage.VISITOR, Stage.LEAD, Stage.MQL);
    assertThat(ada.score().total()).isEqualTo(61);
  }

  @Test
  void a_visitors_past_joins_a_known_lead_and_counts_from_the_joining_on() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    LeadActor visitor = scenario.visitor("c-1").with("industry", "SaaS").does("webinar_attended");
    scenario.passes(Duration.ofHours(1));
    Instant before = scenario.now();
    scenario.passes(Duration.ofHours(1));

    scenario.somebody(Map.of("email", "ada@acme.example", "visitorId", "c-1")).does("page_view");

    assertThat(ada.score().total()).isEqualTo(1 + 10 + 15);
    assertThat(scenario.bean(Scores.class).score(ada.id(), before).total()).isEqualTo(1);
    assertThat(visitor.stages()).containsExactly(Stage.VISITOR);
    assertThat(visitor.episodes().get(0).leftAt()).isEqualTo(scenario.now());
    assertThat(scenario.visitor("c-1").does("page_view").id()).isEqualTo(ada.id());
  }

  @Test
  void what_a_batch_tells_of_a_visitor_is_judged_before_the_row_that_makes_it_known() {
    LeadActor visitor = scenario.visitor("c-1").does("page_view");

    batch(
        List.of(
            Map.of("type", "demo_requested", "lead", Map.of("visitorId", "c-1")),
            Map.of(
                "type",
                "email_opened",
                "lead",
                Map.of("email", "ada@acme.example", "visitorId", "c-1"))));

    assertThat(visitor.stages()).containsExactly(Stage.VISITOR, Stage.LEAD);
    assertThat(visitor.handoffs()).isEmpty();
  }

  @Test
  void what_a_batch_tells_of_a_visitor_joins_the_lead_that_a_later_row_names() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    scenario.visitor("c-1").does("page_view");

    batch(
        List.of(
            Map.of("type", "newsletter_signup", "lead", Map.of("visitorId", "c-1")),
            Map.of(
                "type",
                "email_opened",
                "lead",
                Map.of("email", "ada@acme.example", "visitorId", "c-1")),
            Map.of("type", "webinar_registered", "lead", Map.of("visitorId", "c-1"))));

    assertThat(
            scenario
                .db()
                .sql("select count(*) as signals from signal where lead_id = :id")
                .param("id", ada.id())
                .query(Long.class)
                .single())
        .isEqualTo(5);
  }

  private void batch(List<Map<String, Object>> signals) {
    scenario.bean(SignalSender.class).send("tests", signals);
  }

  @Test
  void a_visitors_channel_does_not_replace_the_one_the_lead_named() {
    LeadActor ada =
        scenario.lead("ada@acme.example").does("page_view", Map.of("channel", "outbound"));
    scenario.visitor("c-1").does("page_view", Map.of("channel", "inbound", "source", "ads"));

    scenario.somebody(Map.of("email", "ada@acme.example", "visitorId", "c-1")).does("page_view");

    Lead lead = scenario.bean(Leads.class).find(ada.id()).orElseThrow();
    assertThat(lead.channel()).isEqualTo(Channel.OUTBOUND);
    assertThat(lead.source()).isEqualTo("ads");
  }

  @Test
  void a_visitor_id_belongs_to_the_first_lead_that_identified_with_it() {
    LeadActor ada =
        scenario
            .somebody(Map.of("email", "ada@acme.example", "visitorId", "c-1"))
            .does("page_view");
    LeadActor bob =
        scenario
            .somebody(Map.of("email", "bob@acme.example", "visitorId", "c-1"))
            .does("page_view");

    assertThat(bob.id()).isNotEqualTo(ada.id());
    assertThat(scenario.visitor("c-1").does("page_view").id()).isEqualTo(ada.id());
  }

  @Test
  void a_company_domain_makes_the_account_and_free_mail_does_not() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    LeadActor bob = scenario.lead("bob@acme.example").does("page_view");
    LeadActor eve = scenario.lead("eve@gmail.com").does("page_view");

    assertThat(account(ada)).isNotNull().isEqualTo(account(bob));
    assertThat(account(eve)).isNull();
  }

  @Test
  void the_domain_that_was_told_makes_the_account_too() {
    LeadActor eve = scenario.lead("eve@gmail.com").with("domain", "Acme.example").does("page_view");
    LeadActor ada = scenario.lead("ada@acme.example").with("domain", "gmail.com").does("page_view");

    assertThat(account(eve)).isNotNull().isEqualTo(account(ada));
  }

  @Test
  void the_latest_value_wins_in_whatever_order_it_arrives() {
    scenario.passes(Duration.ofDays(20));
    LeadActor ada = tellsSize(3, 50);
    tellsSize(9, 500);
    assertThat(size(ada)).isEqualTo(50);
    tellsSize(1, 80);
    tellsSize(2, 70);
    assertThat(size(ada)).isEqualTo(80);
  }

  @Test
  void a_value_that_was_told_again_wins_over_a_late_one_from_between() {
    scenario.passes(Duration.ofDays(20));
    LeadActor ada = tellsSize(10, 50);
    tellsSize(2, 50);

    tellsSize(5, 500);

    assertThat(size(ada)).isEqualTo(50);
  }

  @Test
  void an_empty_value_takes_nothing_away() {
    LeadActor ada = scenario.lead("ada@acme.example").with("industry", "SaaS").does("page_view");

    scenario.lead("ada@acme.example").with("industry", " ").does("page_view");

    assertThat(profile(ada).get("industry")).contains("SaaS");
  }

  @Test
  void a_hundred_signals_of_a_new_lead_at_once_are_one_lead_and_one_handoff() throws Exception {
    List<SignalSender.Receipt> receipts =
        atOnce(
            100,
            n ->
                Map.of(
                    "type",
                    "demo_requested",
                    "id",
                    "s" + n,
                    "lead",
                    Map.of("email", "ada@acme.example")));

    assertThat(receipts)
        .extracting(SignalSender.Receipt::leadId)
        .containsOnly(receipts.get(0).leadId());
    assertThat(count("lead")).isEqualTo(1);
    assertThat(count("signal")).isEqualTo(100);
    assertThat(count("handoff")).isEqualTo(1);
    assertThat(count("stage_entry")).isEqualTo(2);
  }

  @Test
  void a_new_visitor_that_is_seen_many_times_at_once_is_one_visitor() throws Exception {
    List<SignalSender.Receipt> receipts =
        atOnce(16, n -> Map.of("type", "page_view", "lead", Map.of("visitorId", "c-1")));

    assertThat(receipts)
        .extracting(SignalSender.Receipt::leadId)
        .containsOnly(receipts.get(0).leadId());
    assertThat(count("lead")).isEqualTo(1);
  }

  @Test
  void a_visitor_that_several_leads_claim_at_once_joins_one_of_them() throws Exception {
    for (int round = 0; round < 5; round++) {
      String cookie = "c-" + round;
      scenario.visitor(cookie).does("webinar_attended");
      IntStream.range(0, 8)
          .forEach(n -> scenario.lead("p" + n + "@acme.example").does("page_view"));

      List<SignalSender.Receipt> receipts =
          atOnce(
              16,
              n ->
                  Map.of(
                      "type",
                      "page_view",
                      "lead",
                      n % 4 == 3
                          ? Map.of("visitorId", cookie)
                          : Map.of("email", "p" + n % 8 + "@acme.example", "visitorId", cookie)));

      assertThat(receipts).hasSize(16).noneMatch(receipt -> receipt.leadId() == null);
      assertThat(merged()).isEqualTo(round + 1);
    }
    Set<Object> strays =
        scenario
            .db()
            .sql(
                """
                select s.lead_id from signal s join lead l on l.id = s.lead_id
                where l.merged_into is not null
                """)
            .query()
            .singleColumn()
            .stream()
            .collect(Collectors.toSet());
    assertThat(strays).as("signals of a visitor that has joined a lead").isEmpty();
  }

  private List<SignalSender.Receipt> atOnce(
      int times, java.util.function.IntFunction<Map<String, Object>> signal) throws Exception {
    SignalSender post = scenario.bean(SignalSender.class);
    List<Callable<SignalSender.Receipt>> calls =
        IntStream.range(0, times)
            .mapToObj(
                n -> (Callable<SignalSender.Receipt>) () -> post.send("tests", signal.apply(n)))
            .toList();
    List<SignalSender.Receipt> receipts = new ArrayList<>();
    var senders = Executors.newFixedThreadPool(16);
    try {
      for (Future<SignalSender.Receipt> receipt : senders.invokeAll(calls)) {
        receipts.add(receipt.get());
      }
    } finally {
      senders.shutdown();
    }
    return receipts;
  }

  private long count(String table) {
    return scenario.db().sql("select count(*) as found from " + table).query(Long.class).single();
  }

  private long merged() {
    return scenario
        .db()
        .sql("select count(*) as found from lead where merged_into is not null")
        .query(Long.class)
        .single();
  }

  private LeadActor tellsSize(int daysAgo, int size) {
    return scenario
        .lead("ada@acme.example")
        .with("companySize", size)
        .does(
            "page_view",
            Map.of("occurredAt", scenario.now().minus(Duration.ofDays(daysAgo)).toString()));
  }

  private int size(LeadActor lead) {
    return profile(lead).companySize().orElseThrow();
  }

  private Profile profile(LeadActor lead) {
    return Profile.of(scenario.bean(Leads.class).profileLog(lead.id()), scenario.now());
  }

  private String account(LeadActor lead) {
    return scenario.bean(Leads.class).find(lead.id()).orElseThrow().accountId();
  }
}
