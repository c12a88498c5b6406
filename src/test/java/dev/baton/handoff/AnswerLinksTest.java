package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerLink.Standing;
import dev.baton.handoff.answer.AnswerLinks;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule R15: a mail's link answers as who got it, until an answer, another owner or 7 days. */
class AnswerLinksTest {
  private static final Map<String, Object> YES = Map.of("decision", "accept");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor bensLead() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    return ada;
  }

  private Optional<String> url(LeadActor lead, String clock, String person) {
    return scenario.bean(AnswerLinkIssuer.class).link(lead.deadline(clock).id(), person);
  }

  private String token(LeadActor lead, String person) {
    String url = url(lead, "review", person).orElseThrow();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private AnswerLink find(String token) {
    return scenario.bean(AnswerLinks.class).find(token).orElseThrow();
  }

  private void answer(AnswerLink link, Map<String, Object> fields) {
    scenario.withSavePoints(() -> scenario.bean(AnswerLinkCommands.class).answer(link, fields));
  }

  @Test
  void a_link_answers_once_and_as_who_got_it() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");

    AnswerLink open = find(token);
    assertThat(open.standing()).isEqualTo(Standing.OPEN);
    assertThat(open.question()).isEqualTo(HandoffState.REVIEW);
    answer(open, YES);

    assertThat(ada.state()).isEqualTo(HandoffState.QUALIFICATION);
    assertThat(scenario.bean(AnswerLog.class).of(ada.handoff().id()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answeredBy()).isEqualTo("ben"));
    assertThat(find(token).standing()).isEqualTo(Standing.ANSWERED);
    assertThatThrownBy(() -> answer(open, YES)).isInstanceOf(ApiProblem.class);
    assertThat(used(token)).isTrue();
  }

  @Test
  void looking_at_a_link_changes_nothing() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");

    for (int look = 0; look < 3; look++) {
      assertThat(find(token).isOpen()).isTrue();
    }

    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(used(token)).isFalse();
  }

  @Test
  void the_same_question_may_be_mailed_twice_and_is_still_answered_once() {
    LeadActor ada = bensLead();
    String assigned = token(ada, "ben");
    String reminder = token(ada, "ben");
    assertThat(assigned).isNotEqualTo(reminder);

    answer(find(reminder), YES);

    assertThat(find(assigned).standing()).isEqualTo(Standing.ANSWERED);
  }

  @Test
  void an_answer_that_lacks_something_does_not_use_up_the_link() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");

    assertThatThrownBy(() -> answer(find(token), Map.of("decision", "reject")))
        .isInstanceOfSatisfying(
            ApiProblem.class, refused -> assertThat(refused).isInstanceOf(InvalidInput.class));

    assertThat(used(token)).isFalse();
    answer(find(token), Map.of("decision", "reject", "reason", "low_intent", "note", "a student"));
    assertThat(ada.handoff().closing().result()).isEqualTo("rejected");
    assertThat(find(token).answer().note()).isEqualTo("a student");
  }

  @Test
  void an_answer_through_any_other_door_ends_it_and_the_link_knows_whose() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");
    AnswerLink opened = find(token);

    scenario.rita().accepts(ada);

    assertThat(find(token).standing()).isEqualTo(Standing.ANSWERED);
    assertThat(find(token).answer().answeredBy()).isEqualTo("rita");
    assertThatThrownBy(() -> answer(opened, YES)).isInstanceOf(ApiProblem.class);
    assertThat(used(token)).isFalse();
  }

  @Test
  void another_owner_ends_it_even_when_the_page_was_open_and_the_lead_comes_back() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");
    AnswerLink opened = find(token);

    scenario.mona().reassigns(ada, scenario.rita());

    assertThat(find(token).standing()).isEqualTo(Standing.HANDED_OVER);
    assertThatThrownBy(() -> answer(opened, YES)).isInstanceOf(ApiProblem.class);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(ada.handoff().owner()).isEqualTo("rita");

    scenario.mona().reassigns(ada, scenario.ben());
    assertThat(find(token).standing()).isEqualTo(Standing.HANDED_OVER);
    assertThat(find(token(ada, "ben")).isOpen()).isTrue();
  }

  @Test
  void seven_days_end_it() {
    scenario.changes(
        "sla-policy",
        "review-outbound-out-targetMinutes\">\n          <text>48",
        "review-outbound-out-targetMinutes\">\n          <text>480");
    LeadActor ada = bensLead();
    String token = token(ada, "ben");
    AnswerLink opened = find(token);

    scenario.passesWithoutTimers(Duration.ofDays(7).minusMillis(1));
    assertThat(find(token).isOpen()).isTrue();

    scenario.passesWithoutTimers(Duration.ofMillis(1));
    assertThat(find(token).standing()).isEqualTo(Standing.EXPIRED);
    assertThatThrownBy(() -> answer(opened, YES)).isInstanceOf(ApiProblem.class);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
  }

  @Test
  void only_the_owner_of_an_open_question_gets_one() {
    LeadActor ada = bensLead();
    assertThat(url(ada, "review", "rita")).isEmpty();
    assertThat(url(ada, "review", "mona")).isEmpty();

    scenario.ben().accepts(ada);

    assertThat(url(ada, "review", "ben")).isEmpty();
    assertThat(url(ada, "qualification", "ben")).isPresent();
  }

  @Test
  void the_link_of_somebody_who_left_is_unknown() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");

    scenario.leaves("ben");

    assertThat(scenario.bean(AnswerLinks.class).find(token)).isEmpty();
  }

  @Test
  void the_owners_assignment_and_reminders_ask_and_nobody_elses_notice_does() {
    LeadActor ada = bensLead();
    scenario.passes(Duration.ofHours(5));
    scenario.mona().reassigns(ada, scenario.rita());

    List<String> asking =
        scenario
            .db()
            .sql(
                """
                select kind || ' ' || recipient from notice
                where briefing like '%"asks":%' and briefing not like '%"asks":null%' order by id
                """)
            .query(String.class)
            .list();
    assertThat(asking).startsWith("assigned ben", "reminder ben").endsWith("reassigned rita");
    assertThat(ada.told("mona")).isNotEmpty();
    assertThat(asking).noneMatch(notice -> notice.endsWith("mona"));
  }

  @Test
  void a_token_says_nothing_and_is_nowhere_in_the_database() {
    LeadActor ada = bensLead();
    String url = url(ada, "review", "ben").orElseThrow();
    String token = url.substring(url.lastIndexOf('/') + 1);

    assertThat(url).isEqualTo("http://localhost/answer/" + token);
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(scenario.db().sql("select hash from answer_link").query(String.class).list())
        .singleElement()
        .satisfies(hash -> assertThat(hash).hasSize(64).doesNotContain(token));
    assertThat(ada.notices().toString()).doesNotContain("/answer/");
  }

  @Test
  void what_is_no_token_is_unknown() {
    LeadActor ada = bensLead();
    String token = token(ada, "ben");
    AnswerLinks links = scenario.bean(AnswerLinks.class);

    for (String other :
        List.of("", "1", token + "x", token.substring(1), "' or 1=1 --", "x".repeat(43))) {
      assertThat(links.find(other)).as(other).isEmpty();
    }
  }

  @Test
  void of_two_clicks_at_once_one_answers() {
    LeadActor ada = bensLead();
    AnswerLink link = find(token(ada, "ben"));

    List<Boolean> answered =
        scenario.withSavePoints(
            () ->
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> answers(link)))
                    .limit(2)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList());

    assertThat(answered).containsExactlyInAnyOrder(true, false);
    assertThat(scenario.bean(AnswerLog.class).of(ada.handoff().id())).hasSize(1);
  }

  private boolean answers(AnswerLink link) {
    try {
      scenario.bean(AnswerLinkCommands.class).answer(link, YES);
      return true;
    } catch (ApiProblem late) {
      return false;
    }
  }

  private boolean used(String token) {
    return scenario
        .db()
        .sql("select used_at is not null from answer_link where hash = :hash")
        .param("hash", find(token).hash())
        .query(Boolean.class)
        .single();
  }
}
