package dev.baton.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.ManualDelivery;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.merge.LeadMerge;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailTemplates;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import dev.baton.stage.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way through {@code lead-nurture.bpmn}, from what a lead experiences. */
class NurtureLifecycleTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor consenting(String email) {
    return scenario.lead(email).with("consent", Map.of("email", true)).with("firstName", "Ada");
  }

  /** Below the line, with consent. */
  private LeadActor curious() {
    return consenting("ada@acme.example").does("page_view");
  }

  /** Had a handoff and got a no. */
  private LeadActor rejectedFor(String reason) {
    LeadActor ada = consenting("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, reason);
    return ada;
  }

  private LeadActor disqualifiedFor(String reason) {
    LeadActor ada = consenting("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    scenario.ben().disqualifies(ada, reason);
    return ada;
  }

  private List<String> subjects() {
    return scenario.bean(ManualDelivery.class).letters().stream()
        .map(NurtureLifecycleTest::subject)
        .toList();
  }

  private static String subject(MimeMessage letter) {
    try {
      return letter.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Nurture nurture(LeadActor lead) {
    List<Nurture> all = scenario.bean(Nurtures.class).ofLead(lead.id());
    return all.get(all.size() - 1);
  }

  private List<Mailing> mails(LeadActor lead) {
    return scenario.bean(Mailings.class).ofLead(lead.id());
  }

  private long running() {
    return scenario
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey("lead-nurture")
        .count();
  }

  private void days(int days) {
    scenario.passes(Duration.ofDays(days));
  }

  @Test
  void of_two_records_that_become_one_the_one_that_goes_ends_its_stay() {
    LeadActor old = scenario.lead("old@acme.example").does("page_view");
    scenario.passes(Duration.ofHours(1));
    LeadActor ada = curious();
    assertThat(nurture(ada).ending()).isNull();

    scenario.bean(LeadMerge.class).merge(ada.id(), old.id(), "marc");

    assertThat(scenario.bean(Nurtures.class).ofLead(ada.id()))
        .isNotEmpty()
        .allSatisfy(stay -> assertThat(stay.ending().outcome()).isEqualTo("moved_on"));
  }

  @ParameterizedTest
  @CsvSource({
    "bounceType, Transient",
    "bounceType, Undetermined",
    "type, SoftBounce",
    "severity, temporary",
    "category, soft",
    "status, 4.2.2",
    "hard, false"
  })
  void a_soft_bounce_passes_and_the_next_mail_goes_out(String word, String value) {
    LeadActor ada = curious();
    days(1);
    ada.does("email_bounced", Map.of("properties", Map.of(word, value)));

    assertThat(nurture(ada).ending()).isNull();
    int sent = subjects().size();
    days(30);
    assertThat(subjects()).hasSizeGreaterThan(sent);
  }

  @ParameterizedTest
  @CsvSource({"bounceType, Permanent", "type, HardBounce", "status, 5.1.1", "mail, welcome"})
  void a_hard_bounce_ends_all_mail(String word, String value) {
    LeadActor ada = curious();
    days(1);
    int sent = subjects().size();
    ada.does("email_bounced", Map.of("properties", Map.of(word, value)));

    assertThat(nurture(ada).ending().outcome()).isEqualTo("unsubscribed");
    days(30);
    assertThat(subjects()).hasSize(sent);
  }

  @Test
  void a_lead_below_the_line_hears_of_education_then_cases_then_comparisons_and_no_more() {
    LeadActor ada = curious();
    assertThat(ada.stage()).isEqualTo(Stage.LEAD);
    assertThat(nurture(ada).nextMailAt()).isEqualTo(scenario.now().plus(Duration.ofDays(3)));
    assertThat(subjects()).isEmpty();

    days(3);
    assertThat(subjects()).containsExactly("How good teams hand over a lead");
    days(60);

    assertThat(subjects())
        .containsExactly(
            "How good teams hand over a lead",
            "One question, so that we send you what fits",
            "What changed when they answered within a day",
            "What it cost, and what it brought",
            "Baton and the others, side by side",
            "Changing over without losing a lead");
    assertThat(nurture(ada).ending().outcome()).isEqualTo("track_finished");
    assertThat(running()).isZero();
    ada.does("page_view");
    days(60);
    assertThat(subjects()).as("once a stay in a stage").hasSize(6);
  }

  @Test
  void a_rejection_leads_to_nurture_and_the_reason_says_which_track_and_how_fast() {
    LeadActor ada = disqualifiedFor("no_budget");
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);

    days(20);
    assertThat(subjects()).isEmpty();
    days(1);
    assertThat(subjects()).containsExactly("What changed when they answered within a day");
    assertThat(nurture(ada).reason()).isEqualTo("no_budget");
  }

  @Test
  void bad_timing_waits_for_the_date_that_the_lead_named() {
    LeadActor ada = disqualifiedFor("bad_timing");
    Instant wake = nurture(ada).coolingUntil();
    assertThat(wake).isEqualTo(scenario.now().plus(Duration.ofDays(60)));

    days(29);
    assertThat(subjects()).isEmpty();
    days(1);
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void what_the_lead_did_last_takes_it_to_another_track() {
    LeadActor ada = curious();
    days(1);
    ada.does("comparison_page_view");
    days(2);
    assertThat(subjects()).containsExactly("Baton and the others, side by side");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong_icp", "duplicate"})
  void who_is_disqualified_hears_nothing(String reason) {
    rejectedFor(reason);
    assertThat(running()).isZero();
    days(60);
    assertThat(subjects()).isEmpty();
  }

  @Test
  void who_has_not_consented_hears_nothing_until_they_do() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    days(30);
    assertThat(running()).isZero();

    ada.with("consent", Map.of("email", true)).does("newsletter_signup");
    assertThat(running()).isEqualTo(1);
    days(3);
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void a_table_decides_that_nobody_is_nurtured_before_a_no() {
    scenario.changes(
        "nurture-entry",
        "<text>true</text>\n        </outputEntry>\n      </rule>\n      <rule id=\"nobody-else\">",
        "<text>false</text>\n        </outputEntry>\n      </rule>\n      <rule id=\"nobody-else\">");
    curious();
    assertThat(running()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "email_replied, came_back",
    "demo_requested, came_back",
    "pricing_requested, came_back",
    "trial_started, came_back",
    "unsubscribed, unsubscribed",
    "email_bounced, unsubscribed"
  })
  void a_reply_a_buying_signal_or_a_no_to_mail_ends_it_at_once(String type, String outcome) {
    LeadActor ada = curious();
    days(2);

    ada.does(type);

    assertThat(nurture(ada).ending().outcome()).isEqualTo(outcome);
    assertThat(nurture(ada).ending().at()).isEqualTo(scenario.now());
    assertThat(running()).isZero();
    assertThat(timersOfNurture()).isZero();
    days(30);
    assertThat(subjects()).isEmpty();
  }

  private long timersOfNurture() {
    return scenario
        .bean(ManagementService.class)
        .createJobQuery()
        .processDefinitionKey("lead-nurture")
        .count();
  }

  @Test
  void a_look_around_and_a_click_do_not_end_it() {
    LeadActor ada = curious();
    ada.does("email_clicked").does("email_opened").does("page_view");
    assertThat(nurture(ada).ending()).isNull();
  }

  @Test
  void crossing_the_line_ends_it() {
    LeadActor ada = curious();
    days(1);
    ada.whoFits().downloads("roi_calculator");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(nurture(ada).ending().outcome()).isEqualTo("came_back");
    assertThat(running()).isZero();
    days(10);
    assertThat(subjects()).isEmpty();
  }

  @Test
  void a_lead_that_comes_with_a_demo_request_is_never_in_nurture() {
    consenting("ada@acme.example").requestsDemo();
    assertThat(running()).isZero();
    assertThat(
            scenario
                .db()
                .sql("select count(*) as all_ever from nurture")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_mail_is_sent_once_in_a_life_whatever_happens_in_between() {
    LeadActor ada = curious();
    days(3);
    ada.requestsDemo();
    scenario.ben().rejects(ada, "low_intent");
    days(3);
    assertThat(subjects())
        .containsExactly(
            "How good teams hand over a lead", "One question, so that we send you what fits");
  }

  /** With a table that lets it stand still instead of ending it. */
  @Test
  void while_sales_works_the_lead_nothing_is_sent_and_then_it_goes_on() {
    scenario.changes("nurture-stop", "\"MQL\", \"SAL\", ", "\"SAL\", ");
    LeadActor ada = curious();
    days(1);
    ada.whoFits().downloads("roi_calculator");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(nurture(ada).ending()).isNull();

    days(9);
    assertThat(subjects()).isEmpty();
    assertThat(nurture(ada).pausedAt()).isNotNull();
    assertThat(timersOfNurture()).as("waits for sales and for no clock").isZero();

    scenario.ben().rejects(ada, "low_intent");
    assertThat(nurture(ada).ending()).as("the next stay has begun").isNull();
    assertThat(scenario.bean(Nurtures.class).ofLead(ada.id())).hasSize(2);
    assertThat(running()).isEqualTo(1);
    days(3);
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void a_mail_that_waits_in_the_outbox_stays_there_while_sales_works_the_lead() {
    nightFalls();
    LeadActor ada = curious();
    days(3);
    assertThat(mails(ada)).singleElement().extracting(Mailing::state).isEqualTo("planned");

    // opened past the stages, as a manager's handoff or a merge does
    scenario
        .db()
        .sql(
            """
            insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state, since,
              model, mql_at)
            values ('h', :lead, true, 1, 'inbound', false, 'REVIEW', current_timestamp, 'm',
              current_timestamp)
            """)
        .param("lead", ada.id())
        .update();
    scenario.passes(Duration.ofHours(15));
    assertThat(subjects()).isEmpty();

    scenario.db().sql("update handoff set state = 'CLOSED', is_open = null").update();
    scenario.passes(Duration.ofHours(2));
    assertThat(subjects()).hasSize(1);
  }

  /** From 09:00 to 21:00. */
  private void nightFalls() {
    scenario.passes(Duration.ofHours(12));
  }

  @Test
  void consent_withdrawn_between_planning_and_sending_sends_nothing() {
    LeadActor ada = consenting("ada@acme.example");
    nightFalls();
    ada.does("page_view");
    days(3);
    assertThat(mails(ada)).singleElement().extracting(Mailing::state).isEqualTo("planned");

    ada.with("consent", Map.of("email", false)).does("page_view");
    scenario.passes(Duration.ofHours(12));

    assertThat(subjects()).isEmpty();
    assertThat(mails(ada))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.state()).isEqualTo("skipped");
              assertThat(mail.result().why()).contains("not consented");
              assertThat(mail.result().used()).isFalse();
            });
    assertThat(nurture(ada).ending().outcome()).isEqualTo("unsubscribed");
    assertThat(running()).isZero();
  }

  @Test
  void a_mailbox_that_does_not_exist_is_noted_and_never_written_again() {
    LeadActor gone = consenting("gone@acme.example").does("page_view");
    days(3);
    assertThat(mails(gone)).singleElement().extracting(Mailing::state).isEqualTo("failed");
    assertThat(nurture(gone).ending().outcome()).isEqualTo("unsubscribed");
    assertThat(scenario.bean(Signals.class).of(gone.id(), Instant.EPOCH))
        .extracting(Signal::type)
        .contains("email_bounced");
    days(60);
    assertThat(mails(gone)).hasSize(1);
  }

  @Test
  void quiet_hours_are_those_of_the_lead_s_own_country() {
    LeadActor keiko =
        scenario
            .lead("keiko@acme.example")
            .with("consent", Map.of("email", true))
            .with("country", "JP");
    LeadActor john =
        scenario
            .lead("john@acme.example")
            .with("consent", Map.of("email", true))
            .with("country", "US");
    keiko.does("page_view");
    john.does("page_view");
    // Thursday 09:00 UTC is 18:00 in Tokyo and 04:00 in New York
    days(3);
    assertThat(mails(keiko)).extracting(Mailing::state).containsExactly("sent");
    assertThat(mails(john)).extracting(Mailing::state).containsExactly("planned");
    scenario.passes(Duration.ofHours(3).plusMinutes(59));
    assertThat(mails(john)).extracting(Mailing::state).containsExactly("planned");
    scenario.passes(Duration.ofMinutes(1));
    assertThat(mails(john)).extracting(Mailing::state).containsExactly("sent");
  }

  @Test
  void at_most_two_mails_in_seven_days_reach_a_lead() {
    scenario.changes(
        "nurture-pace",
        "<text>7</text>\n        </outputEntry>\n        <outputEntry id=\"everybody-else-out-daysBeforeWake\">",
        "<text>1</text>\n        </outputEntry>\n        <outputEntry id=\"everybody-else-out-daysBeforeWake\">");
    LeadActor ada = curious();
    days(3);
    Instant first = scenario.now();
    for (int day = 0; day < 6; day++) {
      days(1);
    }
    assertThat(subjects()).hasSize(2);
    assertThat(mails(ada)).filteredOn(Mailing::isPlanned).isNotEmpty();
    days(1);
    assertThat(scenario.now()).isEqualTo(first.plus(Duration.ofDays(7)));
    assertThat(subjects()).as("the first one is a week ago").hasSize(3);
  }

  @Test
  void the_process_holds_ids_and_instants_and_no_person() {
    curious();
    days(3);
    assertThat(scenario.bean(RuntimeService.class).createVariableInstanceQuery().list())
        .extracting(VariableInstance::getName)
        .isSubsetOf(NurtureProcess.VARIABLES.stream().map(v -> v.name()).toList());
  }

  @Test
  void the_timeline_shows_the_mail_and_the_staff_s_log_does_not() {
    LeadActor ada = curious();
    days(3);
    assertThat(ada.notices())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.kind()).isEqualTo("nurture");
              assertThat(alert.state()).isEqualTo("sent");
              assertThat(alert.subject()).isEqualTo("How good teams hand over a lead");
              assertThat(alert.text()).contains("Hello Ada,").doesNotContain("/n/");
            });
  }

  @Test
  void a_mail_of_ours_is_no_first_touch() {
    LeadActor ada = curious();
    days(3);
    assertThat(subjects()).hasSize(1);
    assertThat(
            scenario.db().sql("select count(*) as touches from touch").query(Long.class).single())
        .isZero();
    ada.requestsDemo();
    scenario.ben().accepts(ada);
    scenario.ben().qualifies(ada);
    assertThat(ada.deadline("first_touch").verdict().metAt()).isNull();
  }

  @Test
  void a_changed_mail_goes_out_as_it_is_when_it_is_sent() {
    LeadActor ada = curious();
    days(2);
    MailTemplates templates = scenario.bean(MailTemplates.class);
    MailTemplate before = templates.find("education-1").orElseThrow();
    try {
      scenario
          .bean(MailCommands.class)
          .save("education-1", Map.of("subject", "For {firstName}: a guide"), "marc");
      assertThat(templates.find("education-1").orElseThrow().version())
          .isEqualTo(before.version() + 1);
      days(1);
      assertThat(subjects()).containsExactly("For Ada: a guide");
      assertThat(mails(ada).get(0).version()).isEqualTo(before.version() + 1);
    } finally {
      scenario.db().sql("delete from mail_template where version > 1").update();
      scenario.db().sql("update mail_template set is_current = true").update();
    }
  }
}
