package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.text.StoredText;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.answer.AnswerLinks;
import dev.baton.handoff.record.HandoffState;
import dev.baton.sql.RetentionJob;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the messages that asked for an answer say once it is given. */
class AnsweredMessagesTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  /** A message with buttons, as Slack has taken it. */
  private void message(LeadActor lead, String question) {
    scenario
        .db()
        .sql(
            """
            insert into slack_message (notice_key, handoff_id, recipient, question, channel, ts,
              state, attempts)
            values (:key, :handoff, 'ben', :question, 'D1', '1.2', 'open', 0)
            """)
        .param("key", "test:" + lead.handoff().id())
        .param("handoff", lead.handoff().id())
        .param("question", question)
        .update();
  }

  private String said(LeadActor lead) {
    return scenario
        .db()
        .sql(
            """
            select state, outcome, coalesce(next_step, '') as next_step from slack_message
            where handoff_id = ?
            """)
        .param(lead.handoff().id())
        .query(
            (row, number) ->
                "%s: %s. %s"
                    .formatted(
                        row.getString("state"),
                        Wording.ENGLISH.say(StoredText.read(row.getString("outcome"))),
                        row.getString("next_step")))
        .single();
  }

  @Test
  void who_accepts_reads_what_is_owed_next_and_by_when() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    message(ada, "review");
    scenario.ben().accepts(ada);

    assertThat(said(ada))
        .isEqualTo("due: Accepted by ben. Next: qualification, by Sat 7 Mar, 09:00 (Z)");
  }

  @Test
  void a_pause_moves_what_is_said_of_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    message(ada, "review");
    scenario.ben().accepts(ada);
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(24));

    assertThat(said(ada)).endsWith("Next: qualification, by Sun 8 Mar, 09:00 (Z)");
  }

  @Test
  void a_first_touch_ends_the_buttons_of_its_messages() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.FIRST_TOUCH);
    message(ada, "first_touch");
    scenario.ben().calls(ada);

    assertThat(said(ada)).startsWith("due: First touch by ben. Next: opportunity, by ");
  }

  @Test
  void a_no_is_the_end_and_nothing_comes_next() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    message(ada, "review");
    scenario.ben().accepts(ada);
    scenario.ben().disqualifies(ada, "no_budget");

    assertThat(said(ada)).startsWith("due: Disqualified by ben: ").endsWith(". ");
  }

  @Test
  void links_that_are_long_over_are_thrown_away() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    AnswerLinks links = scenario.bean(AnswerLinks.class);
    links.link(ada.deadline("review").id(), "ben");
    scenario.passesWithoutTimers(AnswerLinks.LIFE.plusDays(90));
    scenario.bean(RetentionJob.class).deleteExpired();
    assertThat(kept()).isEqualTo(1);

    scenario.passesWithoutTimers(Duration.ofSeconds(1));
    scenario.bean(RetentionJob.class).deleteExpired();
    assertThat(kept()).isZero();
  }

  private int kept() {
    return scenario
        .db()
        .sql("select count(*) as links from answer_link")
        .query(Integer.class)
        .single();
  }
}
