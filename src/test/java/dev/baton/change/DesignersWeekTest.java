package dev.baton.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.change.ChangeFinding.Severity;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.LegalCheck;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.Role;
import dev.baton.score.ScoringProfileTables;
import dev.baton.signal.SignalTypes;
import dev.baton.sla.WorkingHours;
import dev.baton.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes as a designer makes them in a week: each tells what it does, counts for the next lead
 * while others are under way, and is gone once it is taken back.
 */
@Tag("nightly")
class DesignersWeekTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();
  private DesignerActor dora;
  private LeadActor underWay;

  @BeforeEach
  void hire() {
    dora = new DesignerActor(scenario);
    underWay = scenario.lead("earlier@other.example").requestsDemo();
  }

  /** Whose handoff ran while the models changed. */
  @AfterEach
  void who_was_under_way_goes_on() {
    scenario.rep(underWay.handoff().owner()).accepts(underWay);
    assertThat(underWay.stages()).contains(Stage.SAL);
    dora.takesAllBack();
  }

  private long proposed(String... files) {
    long id = dora.proposes(files);
    dora.checkedAndSigned(id);
    assertThat(dora.details(id).checks())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
    return id;
  }

  private void apply(long id) {
    dora.commands().apply(id, Map.of(), DesignerActor.NAME);
  }

  private void takeBack(long id) {
    dora.commands().rollback(id, Map.of(), DesignerActor.NAME);
  }

  @Test
  void points_count_more_or_less() {
    long id =
        proposed(
            "score-two-axis.dmn",
            replacedInRow("score-two-axis", "newsletter", "<text>2</text>", "<text>7</text>"));
    assertThat(dora.says(id)).singleElement().asString().startsWith("Points 2 → 7");

    assertThat(scenario.lead("a@a.example").does("newsletter_signup").score().total()).isEqualTo(2);
    apply(id);
    assertThat(scenario.lead("b@b.example").does("newsletter_signup").score().total()).isEqualTo(7);
    takeBack(id);
    assertThat(scenario.lead("c@c.example").does("newsletter_signup").score().total()).isEqualTo(2);
  }

  @Test
  void a_promise_counts_business_hours_only() {
    scenario
        .bean(Calendars.class)
        .save(
            new CalendarSettings(
                "office",
                ZoneOffset.UTC,
                null,
                WorkingHours.of(
                    Map.of("mon", List.of("09:00-17:00"), "tue", List.of("09:00-17:00")))));
    long id =
        proposed(
            "sla-policy.dmn",
            replacedInRow("sla-policy", "review-hand-raiser", "\"calendar\"", "\"business\"")
                .replaceFirst("(review-hand-raiser-out-calendar\">\\s*<text>)", "$1\"office\""));
    assertThat(dora.says(id))
        .containsExactly(
            "Time calendar → business (if Clock review, Asked for sales true)",
            "Business calendar nothing → office (if Clock review, Asked for sales true)");

    scenario.passes(Duration.ofHours(7));
    Instant evening = scenario.now();
    LeadActor before = scenario.lead("a@a.example").requestsDemo();
    assertThat(before.deadline("review").dueAt()).isEqualTo(evening.plus(Duration.ofHours(4)));
    apply(id);
    LeadActor under = scenario.lead("b@b.example").requestsDemo();
    assertThat(under.deadline("review").dueAt()).isAfter(evening.plus(Duration.ofHours(12)));
    assertThat(before.deadline("review").dueAt()).isEqualTo(evening.plus(Duration.ofHours(4)));
    takeBack(id);
    LeadActor after = scenario.lead("c@c.example").requestsDemo();
    assertThat(after.deadline("review").dueAt()).isEqualTo(evening.plus(Duration.ofHours(4)));
  }

  @Test
  void a_reason_is_new_with_what_follows_it() throws IOException {
    String reasons =
        row(
            "rejection-reasons",
            "wrong-region",
            new String[] {"\"review\""},
            "\"wrong_region\"",
            "\"Not where we sell\"");
    String steps =
        row(
            "rejection-next-step",
            "wrong-region",
            new String[] {"\"wrong_region\""},
            "\"RECYCLED\"",
            "45",
            "",
            "",
            "");
    String form =
        Files.readString(Path.of("src/main/resources/forms/review-lead.form"))
            .replaceFirst(
                "\\{\\s*\"label\": \"No real interest yet\"",
                "{\"label\": \"Not where we sell\", \"value\": \"wrong_region\"}, $0");
    long id =
        proposed(
            "rejection-reasons.dmn",
            reasons,
            "rejection-next-step.dmn",
            steps,
            "review-lead.form",
            form);
    assertThat(dora.says(id))
        .containsExactlyInAnyOrder(
            "Row added: if Reason wrong_region, then Next step RECYCLED, Cooling-off (days) 45",
            "Row added: if Question review, then Code wrong_region, Label Not where we sell",
            "Field 'Reason': choice 'Not where we sell' added");

    apply(id);
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).rejects(ada, "wrong_region");
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(ada.episodes().get(ada.episodes().size() - 1).coolingUntil())
        .isEqualTo(scenario.now().plus(Duration.ofDays(45)));
  }

  @Test
  void a_signal_type_counts_and_has_a_name() {
    String table =
        row(
            "score-two-axis",
            "g2-compared",
            new String[] {"\"g2_compared\"", "", "", "", "", "", ""},
            "\"g2-compared\"",
            "\"behaviour\"",
            "12",
            "\"once\"",
            "",
            "",
            "\"Compared us on G2\"");
    String types =
        row(
            "signal-type",
            "g2-compared",
            new String[0],
            "\"g2_compared\"",
            "\"Compared us on G2\"");
    long id = proposed("score-two-axis.dmn", table, "signal-type.dmn", types);
    assertThat(dora.says(id)).hasSize(2).allMatch(text -> text.contains("Compared us on G2"));

    LeadActor before = scenario.lead("a@a.example").does("g2_compared");
    assertThat(before.score().total()).isZero();
    assertThat(scenario.bean(SignalTypes.class).known()).doesNotContain("g2_compared");
    apply(id);
    assertThat(label("g2_compared")).contains("Compared us on G2");
    LeadActor under = scenario.lead("b@b.example").does("g2_compared");
    assertThat(under.score().total()).isEqualTo(12);
    takeBack(id);
    assertThat(scenario.lead("c@c.example").does("g2_compared").score().total()).isZero();
  }

  /** As in a transaction, which looks anew; outside of one an earlier catalogue is believed. */
  private Optional<String> label(String type) {
    return new TransactionTemplate(scenario.bean(PlatformTransactionManager.class))
        .execute(any -> scenario.bean(SignalTypes.class).label(type));
  }

  @Test
  void a_step_is_new_with_its_own_promise() {
    long id =
        proposed(
            "legal-check.form",
            LegalCheck.form(),
            "sla-policy.dmn",
            LegalCheck.policy(),
            "lead-handoff.bpmn",
            LegalCheck.model());
    assertThat(dora.says(id)).anyMatch(text -> text.contains("Legal check"));

    apply(id);
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).accepts(ada);
    assertThat(ada.taskDue()).isEqualTo(scenario.now().plus(Duration.ofHours(12)));
    scenario.completesInTasklist(
        ada.handoff().id(), ada.handoff().owner(), Map.of("decision", "cleared"));
    takeBack(id);
    LeadActor bob = scenario.lead("bob@other.example").requestsDemo();
    scenario.rep(bob.handoff().owner()).accepts(bob);
    assertThat(bob.rounds(LegalCheck.CLOCK)).isEmpty();
  }

  @Test
  void a_product_line_has_its_own_line() {
    String profiles =
        ScoringProfileTables.with(
            FileDecisions.xml("scoring-profile"), null, "payments", null, "payments", null);
    String lines =
        ScoringProfileTables.withThreshold(FileDecisions.xml("score-threshold"), "payments", 1);
    long id = proposed("scoring-profile.dmn", profiles, "score-threshold.dmn", lines);

    Map<String, Object> payments = Map.of("properties", Map.of("product", "payments"));
    LeadActor before = scenario.lead("a@a.example").does("page_view", payments);
    assertThat(before.stage()).isEqualTo(Stage.LEAD);
    apply(id);
    LeadActor under = scenario.lead("b@b.example").does("page_view", payments);
    assertThat(under.stage()).isEqualTo(Stage.MQL);
    assertThat(under.handoff().frozen().model()).startsWith("payments v");
    assertThat(scenario.lead("c@c.example").does("page_view").stage()).isEqualTo(Stage.LEAD);
    takeBack(id);
    assertThat(scenario.lead("d@d.example").does("page_view", payments).stage())
        .isEqualTo(Stage.LEAD);
  }

  @Test
  void routing_asks_for_country_and_segment() {
    scenario.opens("swiss-desk");
    scenario.hire("heidi", Role.SALES, "swiss-desk");
    String routing = withSwissDesk();
    long id = proposed("lead-routing.dmn", routing);

    apply(id);
    LeadActor large =
        scenario
            .lead("a@gross.example")
            .with("country", "CH")
            .with("companySize", 900)
            .requestsDemo();
    LeadActor small =
        scenario
            .lead("b@klein.example")
            .with("country", "CH")
            .with("companySize", 90)
            .requestsDemo();
    assertThat(large.handoff().owner()).isEqualTo("heidi");
    assertThat(small.handoff().team()).isEqualTo("default");
    takeBack(id);
    LeadActor after =
        scenario
            .lead("c@riesig.example")
            .with("country", "CH")
            .with("companySize", 900)
            .requestsDemo();
    assertThat(after.handoff().team()).isEqualTo("default");
  }

  @Test
  void a_mail_is_no_longer_sent() {
    long id = proposed("nurture-mail.dmn", without("nurture-mail", "education"));
    assertThat(dora.says(id)).singleElement().asString().contains("education");
    apply(id);
    takeBack(id);
    assertThat(dora.state(id)).isEqualTo(ChangeState.ROLLED_BACK);
  }

  @Test
  void a_message_has_other_words() {
    long id =
        proposed(
            "message-text.dmn",
            replacedInRow(
                "message-text", "assigned", "New lead {task}", "A lead for you: {task} today"));
    assertThat(dora.says(id)).singleElement().asString().contains("A lead for you");

    apply(id);
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.notices())
        .extracting(Alert::subject)
        .anyMatch(subject -> subject.startsWith("A lead for you: to review today: "));
    takeBack(id);
    LeadActor bob = scenario.lead("bob@other.example").requestsDemo();
    assertThat(bob.notices())
        .extracting(Alert::subject)
        .anyMatch(subject -> subject.startsWith("New lead to review: "));
  }

  private static String replacedInRow(String table, String row, String from, String to) {
    String xml = FileDecisions.xml(table);
    int at = xml.indexOf("<rule id=\"" + row + "\">");
    int end = xml.indexOf("</rule>", at);
    return xml.substring(0, at) + xml.substring(at, end).replace(from, to) + xml.substring(end);
  }

  private static String without(String table, String row) {
    String xml = FileDecisions.xml(table);
    int at = xml.indexOf("<rule id=\"" + row + "\">");
    return xml.substring(0, at) + xml.substring(xml.indexOf("</rule>", at) + "</rule>".length());
  }

  /** One row more, the first. */
  private static String row(String table, String id, String[] inputs, String... outputs) {
    StringBuilder row = new StringBuilder("<rule id=\"%s\">".formatted(id));
    for (String cell : inputs) {
      row.append("<inputEntry><text>%s</text></inputEntry>".formatted(cell));
    }
    for (String cell : outputs) {
      row.append("<outputEntry><text>%s</text></outputEntry>".formatted(cell));
    }
    String xml = FileDecisions.xml(table);
    int first = xml.indexOf("<rule ");
    return xml.substring(0, first) + row.append("</rule>") + xml.substring(first);
  }

  private static String withSwissDesk() {
    String nothing = "null";
    return row(
        "lead-routing",
        "swiss-desk",
        new String[] {"", "", "", "", "\"large\"", "", "", "\"CH\""},
        "\"swiss-desk\"",
        nothing,
        "\"swiss-desk\"",
        nothing);
  }
}
