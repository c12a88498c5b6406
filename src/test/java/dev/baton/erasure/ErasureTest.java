package dev.baton.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.AuditLog;
import dev.baton.privacy.PersonalData;
import dev.baton.rejection.LeadRecordCommands;
import dev.baton.rejection.RejectionCommands;
import dev.baton.signal.SignalSender;
import dev.baton.stage.Stage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ErasureTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  /** In everything that the person says, or that is said of them. */
  private static final String MARK = "zqx";

  private static final List<String> COUNTED =
      List.of(
          "select stage, count(*), sum(amount), count(distinct lead_id) from funnel_entry"
              + " group by stage order by stage",
          "select stage, entered_at, left_at, entered_by, reason from stage_entry order by id",
          "select type, sender, occurred_at, recorded_at, source, campaign from signal order by id",
          "select total, fit, behaviour, recorded_at from score_entry order by id",
          "select question, decision, reason, answered_by from answer where question <> 'erasure'"
              + " order by id",
          "select kind, outcome, made_by, counts_as from touch order by id",
          "select amount, currency from opportunity order by handoff_id",
          "select question, reason, rejected_at from rejection order by handoff_id",
          "select clock, due_at, met_at, missed_at from deadline where met_at is not null"
              + " or missed_at is not null order by id",
          "select clock, due_at, met_at, missed_at from sla_entry where met_at is not null"
              + " or missed_at is not null order by deadline_id",
          "select kind, channel, recorded_at from notice order by id",
          "select count(*) from handoff");

  @Test
  void nothing_that_names_an_erased_person_is_left_in_any_table_and_figures_stay() {
    LeadActor other = scenario.lead("other@clean.example").whoFits().requestsDemo();
    scenario.ben().accepts(other);
    LeadActor lead = livesThroughEverything();
    assertThat(lead.state()).isEqualTo(HandoffState.OPPORTUNITY);
    assertThat(marked()).as("tables that know the person").hasSizeGreaterThan(12);
    List<List<String>> before = COUNTED.stream().map(this::rows).toList();

    erase(lead.id(), "asked by Zqxlast, zqxmail@zqxfirm.example");
    scenario.passes(Duration.ofDays(200));

    assertThat(marked()).isEmpty();
    List<List<String>> after = COUNTED.stream().map(this::rows).toList();
    for (int i = 0; i < COUNTED.size(); i++) {
      assertThat(after.get(i)).as(COUNTED.get(i)).containsAll(before.get(i));
    }
    assertThat(after.get(0)).isEqualTo(before.get(0));
    assertThat(after.get(1)).isEqualTo(before.get(1));
    assertThat(scenario.bean(Leads.class).find(other.id()).orElseThrow().email())
        .isEqualTo("other@clean.example");
  }

  @Test
  void an_open_handoff_of_an_erased_person_ends_as_erased_with_its_clocks_void() {
    LeadActor lead = scenario.lead("open@erase.example").whoFits().requestsDemo();
    assertThat(lead.state()).isEqualTo(HandoffState.REVIEW);
    String handoff = lead.handoff().id();

    erase(lead.id(), "asked for it");
    scenario.passes(Duration.ofDays(3));

    assertThat(lead.handoff().closing().result()).isEqualTo("erased");
    assertThat(lead.deadline("review").verdict().voidedAt()).isNotNull();
    assertThat(lead.stage()).isEqualTo(Stage.MQL);
    assertThat(
            rows("select id_ from ACT_HI_PROCINST where business_key_ = '%s'".formatted(handoff)))
        .isEmpty();
    assertThat(rows("select 1 from notice where state = 'pending'")).isEmpty();
  }

  @Test
  void a_rejected_lead_that_is_erased_leaves_no_question_and_nobody_is_told_when_it_has_rested() {
    LeadActor lead = scenario.lead("rests@erase.example").whoFits().requestsDemo();
    scenario.ben().rejects(lead, "low_intent");
    assertThat(lead.stage()).isEqualTo(Stage.RECYCLED);
    int told = lead.notices().size();

    erase(lead.id(), "asked for it");
    scenario.passes(Duration.ofDays(200));
    scenario.sweeps();

    assertThat(lead.notices()).hasSize(told);
    assertThat(rows("select 1 from rejection where state in ('OPEN', 'CONTESTED')")).isEmpty();
    assertThat(rows("select 1 from cooling_off where ended_at is null")).isEmpty();
    assertThat(rows("select 1 from marketing_sla_entry where answered_at is null")).isEmpty();
    assertThat(rows("select 1 from nurture where is_open = true")).isEmpty();
    assertThat(rows("select id_ from ACT_RU_EXECUTION")).isEmpty();
  }

  @Test
  void who_raises_their_hand_after_an_erasure_is_a_new_lead_that_gets_no_mail_until_it_says_so() {
    LeadActor lead = scenario.lead("again@erase.example").whoFits().requestsDemo();
    erase(lead.id(), "asked for it");

    LeadActor anew = scenario.lead("again@erase.example").whoFits().requestsDemo();

    assertThat(anew.id()).isNotEqualTo(lead.id());
    assertThat(anew.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(consent(anew)).isEqualTo("false");
    anew.with("consent", Map.of("email", true)).does("newsletter_signup");
    assertThat(consent(anew)).isEqualTo("true");
    assertThat(consent(scenario.lead("never@erase.example").requestsDemo())).isEqualTo("unknown");
  }

  @Test
  void a_visitor_who_turns_out_to_be_an_erased_address_gets_no_mail_either() {
    LeadActor lead = scenario.lead("known@erase.example").requestsDemo();
    erase(lead.id(), "asked for it");
    scenario.visitor("browser-9").does("page_view");

    LeadActor anew =
        scenario.lead("known@erase.example").with("visitorId", "browser-9").requestsDemo();

    assertThat(consent(anew)).isEqualTo("false");
  }

  @Test
  void an_erased_person_is_nobody_to_whoever_asks_and_is_erased_once() {
    LeadActor lead = scenario.lead("once@erase.example").requestsDemo();
    erase(lead.id(), "asked for it");

    assertThatThrownBy(() -> erase(lead.id(), "again")).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> scenario.bean(PersonExports.class).of(lead.id(), "marc"))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> erase("nobody", "asked")).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(
            () -> scenario.bean(ErasureCommands.class).erase(lead.id(), Map.of(), "marc"))
        .isInstanceOf(ApiProblem.class);
  }

  @Test
  void a_signal_that_waits_for_an_erasure_makes_a_new_lead() throws Exception {
    LeadActor lead = scenario.lead("race@erase.example").requestsDemo();
    CountDownLatch erased = new CountDownLatch(1);
    var sender = Executors.newSingleThreadExecutor();
    Future<String> waiting =
        sender.submit(
            () -> {
              erased.await();
              return scenario
                  .bean(SignalSender.class)
                  .send(
                      "tests",
                      Map.of("type", "page_view", "lead", Map.of("email", "race@erase.example")))
                  .leadId();
            });
    new TransactionTemplate(scenario.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              scenario
                  .bean(ErasureCommands.class)
                  .erase(lead.id(), Map.of("reason", "asked"), "marc");
              erased.countDown();
              await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());
            });

    assertThat(waiting.get()).isNotEqualTo(lead.id());
    sender.shutdown();
    assertThat(rows("select 1 from lead where email = 'race@erase.example'")).hasSize(1);
    assertThat(rows("select properties from signal where lead_id = '%s'".formatted(lead.id())))
        .containsOnly("{}");
  }

  @Test
  void an_account_goes_with_its_last_lead() {
    LeadActor first = scenario.lead("one@lastfirm.example").requestsDemo();
    LeadActor last = scenario.lead("two@lastfirm.example").requestsDemo();

    erase(first.id(), "asked for it");
    assertThat(rows("select 1 from account where domain = 'lastfirm.example'")).hasSize(1);
    erase(last.id(), "asked for it");
    assertThat(rows("select 1 from account where domain = 'lastfirm.example'")).isEmpty();
  }

  @Test
  void an_export_holds_everything_that_names_the_person() throws Exception {
    LeadActor lead = livesThroughEverything();

    String export =
        new ObjectMapper()
            .findAndRegisterModules()
            .writeValueAsString(scenario.bean(PersonExports.class).of(lead.id(), "marc"));

    assertThat(export)
        .contains("zqxmail@zqxfirm.example", "zqxother@zqxfirm.example", "Zqxfirst", "zqx-ext")
        .contains("zqxwords", "zqxevidence", "zqxnextstep", "zqxrejected", "zqxdescription")
        .doesNotContain("addressHash");
    assertThat(rows("select subject from audit_entry where action = 'person_exported'"))
        .containsExactly("lead " + lead.id());
    erase(lead.id(), "the story is over");
  }

  @Test
  void each_table_of_the_engine_says_whether_it_goes_with_a_person() {
    List<String> found =
        scenario
            .db()
            .sql(
                """
                select lower(table_name) from information_schema.tables
                where lower(table_name) like 'act\\_%'
                """)
            .query(String.class)
            .list();

    assertThat(found).hasSizeGreaterThan(40);
    assertThat(new PersonalData().tables().keySet()).containsAll(found);
  }

  private void erase(String leadId, String reason) {
    scenario.withSavePoints(
        () -> scenario.bean(ErasureCommands.class).erase(leadId, Map.of("reason", reason), "marc"));
  }

  private String consent(LeadActor lead) {
    return Profile.of(scenario.bean(Leads.class).profileLog(lead.id()), scenario.now())
        .get("consent.email")
        .orElse("unknown");
  }

  /** Signals, a visitor, a merge, a rejection, nurture, answers, a deal, and what people wrote. */
  private LeadActor livesThroughEverything() {
    Map<String, Object> said =
        Map.of("message", "zqxwords of mine", "url", "https://a.example/zqxpage");
    scenario
        .visitor("zqx-visitor")
        .does("pricing_page_view", Map.of("id", "zqx-signal", "properties", said));
    LeadActor second =
        scenario
            .lead("zqxother@zqxfirm.example")
            .with("firstName", "Zqxfirst")
            .does("newsletter_signup", Map.of("properties", said));
    LeadActor lead =
        scenario
            .lead("zqxmail@zqxfirm.example")
            .whoFits()
            .with("visitorId", "zqx-visitor")
            .with("externalId", "zqx-ext")
            .with("firstName", "Zqxfirst")
            .with("lastName", "Zqxlast")
            .with("company", "Zqx Company")
            .with("jobTitle", "VP Zqxtitle")
            .with("phone", "+49 30 1234567 zqx")
            .with("consent", Map.of("email", true, "text", "zqxconsent"))
            .does("demo_requested", Map.of("properties", said));
    scenario
        .bean(LeadRecordCommands.class)
        .merge(second.id(), Map.of("into", "zqxmail@zqxfirm.example"), "mona");
    String kept =
        rows("select coalesce(merged_into, id) from lead where email = 'zqxmail@zqxfirm.example'")
            .get(0);
    lead.does("page_view");
    assertThat(lead.id()).isEqualTo(kept);
    reject(lead);
    scenario.passes(Duration.ofDays(40));
    lead.does("demo_requested", Map.of("properties", said));
    sell(lead);
    write(lead);
    return lead;
  }

  private void reject(LeadActor lead) {
    scenario
        .rep(lead.handoff().owner())
        .answers(
            lead,
            HandoffState.REVIEW,
            Map.of("decision", "reject", "reason", "low_intent", "note", "zqxrejected note"));
    scenario.withSavePoints(
        () ->
            scenario
                .bean(RejectionCommands.class)
                .answer(
                    lead.handoff().id(),
                    Map.of("answer", "contest", "note", "zqxcontest note"),
                    "marc"));
    lead.does("email_clicked", Map.of("properties", Map.of("message", "zqxclick")));
  }

  private void sell(LeadActor lead) {
    String owner = lead.handoff().owner();
    scenario.rep(owner).accepts(lead);
    comment(scenario.task(lead.handoff().id()));
    scenario
        .rep(owner)
        .answers(
            lead,
            HandoffState.QUALIFICATION,
            Map.of(
                "framework",
                "bant",
                "decision",
                "qualify",
                "note",
                "zqxnote",
                "criteria",
                Map.of("need", Map.of("met", true, "evidence", "zqxevidence"))));
    scenario.rep(owner).calls(lead);
    scenario
        .rep(owner)
        .answers(
            lead,
            HandoffState.OPPORTUNITY,
            Map.of(
                "value", 12500, "currency", "EUR", "stage", "zqxstage", "nextStep", "zqxnextstep"));
  }

  /** What somebody may do in the engine's own pages, and on its REST interface. */
  private void comment(Task task) {
    TaskService tasks = scenario.bean(TaskService.class);
    task.setDescription("zqxdescription");
    tasks.saveTask(task);
    tasks.setVariableLocal(task.getId(), "remark", "zqxvariable");
    tasks.setVariable(
        task.getId(),
        "file",
        org.camunda.bpm.engine.variable.Variables.fileValue("zqx.txt")
            .file("zqxfile".getBytes(StandardCharsets.UTF_8))
            .create());
    scenario.bean(ProcessEngine.class).getIdentityService().setAuthenticatedUserId("ben");
    tasks.createComment(task.getId(), task.getProcessInstanceId(), "zqxcomment");
    tasks.createAttachment(
        "text",
        task.getId(),
        task.getProcessInstanceId(),
        "zqxattachment",
        "zqxabout",
        new ByteArrayInputStream("zqxattached".getBytes(StandardCharsets.UTF_8)));
    scenario.bean(ProcessEngine.class).getIdentityService().clearAuthentication();
  }

  /** What the story doesn't bring about by itself: Slack, reviews, changes, the audit. */
  private void write(LeadActor lead) {
    String handoff = lead.handoff().id();
    scenario
        .bean(AuditLog.class)
        .add(
            new AuditEntry(
                scenario.now(), "mona", "note", "lead", "zqxmail@ZQXfirm.example", "Mr Zqxlast"));
    insert(
        """
        insert into slack_action (id, verb, slack_user, handoff_id, fields, reply_url, reply, state,
          attempts, recorded_at, next_attempt_at, number)
        values ('a1', 'reject', 'U1', '%s', '{"note":"zqxslack"}', 'https://zqx.example', 'zqx',
          'done', 1, current_timestamp, current_timestamp, 1)
        """
            .formatted(handoff));
    insert(
        """
        insert into slack_action (id, verb, slack_user, fields, state, attempts, recorded_at,
          next_attempt_at, number)
        values ('a2', 'search', 'U1', '{"text":"zqxmail@zqxfirm.example"}', 'done', 1,
          current_timestamp, current_timestamp, 2)
        """);
    insert(
        """
        insert into slack_message (notice_key, handoff_id, recipient, question, channel, ts, note,
          state, attempts, number)
        values ('k1', '%s', 'ben', 'review', 'D1', '1.2', 'zqxnote', 'done', 0, 1)
        """
            .formatted(handoff));
    insert(
        """
        insert into handoff_review (id, kind, title, slot_at, state, summary, figures)
        values ('r1', 'weekly', 'Weekly', current_timestamp, 'HELD',
          'We talked of Zqxfirst Zqxlast at length', 'zqxmail@zqxfirm.example')
        """);
    insert(
        """
        insert into import_run (id, kind, file_name, plan, imported_by, began_at, state, taken_to)
        values ('i1', 'LEADS', 'Zqxlast.csv', '{}', 'marc', current_timestamp, 'DONE', 2)
        """);
    insert(
        """
        insert into import_row (import_id, line, state, cells, lead_id, record_id)
        values ('i1', 1, 'TAKEN', '["zqxcell"]', '%s', 'zqxrecord')
        """
            .formatted(lead.id()));
    insert(
        """
        insert into import_row (import_id, line, state, cells, issues)
        values ('i1', 2, 'REFUSED', '["zqxmail@zqxfirm.example"]', 'Zqxfirst Zqxlast?')
        """);
    insert(
        """
        insert into source_payload (id, source, received_at, state, body, signals, tried_at)
        overriding system value
        values (901, 'website', current_timestamp, 'RECORDED', '{"message":"zqxmessage"}', 1,
          current_timestamp)
        """);
    insert(
        "insert into source_payload_lead (payload_id, lead_id) values (901, '%s')"
            .formatted(lead.id()));
    insert(
        """
        insert into source_payload (source, received_at, state, body, signals, tried_at)
        values ('website', current_timestamp, 'WAITING', '{"mail":"zqxmail@zqxfirm.example"}', 0,
          current_timestamp)
        """);
    insert(
        """
        insert into model_change (title, why, author, proposed_at, progress, content_hash)
        values ('Zqxfirst Zqxlast was no MQL', 'see zqxmail@zqxfirm.example', 'marc',
          current_timestamp, 'PROPOSED', 'h')
        """);
  }

  private void insert(String sql) {
    scenario.db().sql(sql).update();
  }

  private List<String> rows(String sql) {
    return scenario
        .db()
        .sql(sql)
        .query(
            (rs, row) -> {
              List<String> values = new ArrayList<>();
              for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
                values.add(String.valueOf(rs.getObject(i)));
              }
              return String.join("|", values);
            })
        .list();
  }

  /** Tables with a row that has the mark in any column, whatever its type. */
  private List<String> marked() {
    List<String> tables =
        scenario
            .db()
            .sql(
                """
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' order by table_name
                """)
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(100);
    return tables.stream().flatMap(table -> marked(table).stream()).distinct().toList();
  }

  private List<String> marked(String table) {
    return scenario
        .db()
        .sql("select * from \"%s\"".formatted(table))
        .query(
            (rs, row) -> {
              List<String> found = new ArrayList<>();
              for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
                byte[] bytes =
                    rs.getObject(i) instanceof byte[] || isBinary(rs.getMetaData().getColumnType(i))
                        ? rs.getBytes(i)
                        : null;
                String text =
                    bytes == null
                        ? String.valueOf(rs.getString(i))
                        : new String(bytes, StandardCharsets.ISO_8859_1);
                if (text.toLowerCase(Locale.ROOT).contains(MARK)) {
                  found.add(
                      (table + "." + rs.getMetaData().getColumnName(i)).toLowerCase(Locale.ROOT));
                }
              }
              return found;
            })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static boolean isBinary(int type) {
    return type == java.sql.Types.BLOB
        || type == java.sql.Types.BINARY
        || type == java.sql.Types.VARBINARY
        || type == java.sql.Types.LONGVARBINARY;
  }
}
