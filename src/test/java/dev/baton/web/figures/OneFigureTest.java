package dev.baton.web.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.alert.message.MailEnclosure;
import dev.baton.alert.message.MailFigures;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.deadline.DeadlineStart;
import dev.baton.handoff.deadline.DeadlineVerdict;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.review.ReviewPlanning;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For one label one number: API, page, Cockpit and the mail of a review say the same (rule R18).
 */
@OnH2
class OneFigureTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static long number = 900_000_000;

  @Autowired ApplicationEventPublisher facts;
  @Autowired TransactionTemplate transaction;
  @Autowired ReviewPlanning planning;
  @Autowired List<MailFigures> mails;
  private HttpCaller baton;

  /** Of people's answers that were due: how many, and how many of them in time. */
  private record Kept(long due, long met) {}

  @BeforeEach
  void answers_of_all_kinds(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    Instant now = Instant.now();
    for (Duration ago : List.of(HOUR, HOUR.multipliedBy(30), HOUR.multipliedBy(60))) {
      Instant due = now.minus(ago);
      states("review", due, new DeadlineVerdict(due.minus(HOUR), null, null, null, null));
      states("first_touch", due, new DeadlineVerdict(null, due, due.plusSeconds(60), null, null));
      states("qualification", due, new DeadlineVerdict(null, null, null, null, null));
      states("review", due, new DeadlineVerdict(null, null, null, due.minus(HOUR), null));
      states("route", due, new DeadlineVerdict(due.minus(HOUR), null, null, null, null));
    }
    for (int days = 1; days < 14; days++) {
      Instant later = now.plus(Duration.ofDays(days));
      states("review", later, new DeadlineVerdict(now.minus(HOUR), null, null, null, null));
      states("opportunity", later, new DeadlineVerdict(null, null, null, null, null));
    }
  }

  private void states(String clock, Instant due, DeadlineVerdict verdict) {
    Instant started = due.minus(Duration.ofDays(2));
    Deadline deadline =
        new Deadline(
            number++,
            UUID.randomUUID().toString(),
            clock,
            1,
            "rita",
            new DeadlineStart(started, started, started),
            new SlaTargets(null, due, null, started, false),
            verdict);
    transaction.executeWithoutResult(
        status -> facts.publishEvent(new DeadlineChanged(deadline, "lead", "default")));
  }

  @Test
  void R18_api_page_cockpit_and_mail_say_the_same_of_the_last_days() {
    Kept api = api();
    assertThat(api.due()).isGreaterThanOrEqualTo(9);
    assertThat(api.met()).isBetween(3L, api.due() - 6);
    assertThat(page()).as("page").isEqualTo(api);
    assertThat(cockpit()).as("Cockpit").isEqualTo(api);
    assertThat(mail()).as("mail").isEqualTo(api);
  }

  private Kept api() {
    JsonNode total = baton.as("mona").get("/api/insight/sla?by=rep").is(200).at("/total");
    return new Kept(total.at("/due").asLong(), total.at("/met").asLong());
  }

  private Kept page() {
    String page =
        baton
            .as("mona")
            .send(
                HttpRequest.newBuilder(baton.root().resolve("/sla?range=30"))
                    .header("Accept", "text/html"))
            .is(200)
            .text();
    return new Kept(
        number(page, "Compliance</dt><dd><strong>[^<]*</strong> <span class=\"pale\">of (\\d+)<"),
        number(page, "verdict=met&amp;range=30\"><strong>(\\d+)<"));
  }

  private Kept cockpit() {
    JsonNode steps =
        baton.as("dora").get("/camunda/api/cockpit/plugin/baton/default/steps").is(200).json();
    long met = 0;
    long missed = 0;
    for (JsonNode step : steps) {
      if (!step.at("/clock").asText().equals("route")) {
        met += step.at("/met").asLong();
        missed += step.at("/missed").asLong();
      }
    }
    return new Kept(met + missed, met);
  }

  /** The weekly review looks at seven days, in which all of this was due. */
  private Kept mail() {
    planning.sweep();
    HttpCaller mona = baton.as("mona");
    String review =
        mona.get("/api/reviews?state=planned&kind=weekly_handoff").at("/items/0/id").asText();
    mona.post("/api/reviews/" + review + "/start", Map.of()).is(200);
    mona.await("/api/reviews/" + review, found -> !found.at("/figures/sheets").isMissingNode());
    List<String> all =
        mails.stream()
            .map(figures -> figures.of(review))
            .flatMap(List::stream)
            .filter(table -> table.name().equals("sla"))
            .map(MailEnclosure::rows)
            .flatMap(List::stream)
            .filter(row -> row.get(0).equals("All people's clocks"))
            .findFirst()
            .orElseThrow();
    long due = Long.parseLong(all.get(1));
    return new Kept(due, due - Long.parseLong(all.get(2)));
  }

  private static long number(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
