package dev.baton.score;

import static dev.baton.score.TestLeads.NOW;
import static dev.baton.score.TestLeads.did;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import dev.baton.engine.deploy.ModelHashes;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.ProfileValue;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import dev.baton.signal.SignalRecorded;
import dev.baton.signal.SignalsSettled;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules R2 and R8, on the real tables. */
class ScoresTest {
  private final List<Signal> log = new ArrayList<>();
  private final List<ProfileValue> profile = new ArrayList<>();
  private final List<Object> events = new ArrayList<>();
  private Scores scores;

  @BeforeEach
  void lead() {
    JdbcClient jdbc = JdbcClient.create(MigratedDatabase.h2());
    jdbc.sql("insert into lead (id, identified, created_at) values ('lead', true, :at)")
        .param("at", Sql.timestamp(NOW))
        .update();
    Scores.Knowledge known =
        new Scores.Knowledge() {
          @Override
          public List<ProfileValue> profileLog(LeadBatch batch, String leadId) {
            return profile;
          }

          @Override
          public Map<String, List<Signal>> signals(Collection<String> leadIds, Instant since) {
            return Map.of(
                "lead", log.stream().filter(signal -> signal.occurredAt().isAfter(since)).toList());
          }
        };
    scores = new Scores(known, TestLeads.scoring("two-axis"), new ScoreEntries(jdbc), events::add);
  }

  @Test
  void a_recorded_signal_is_scored_at_its_recording_instant() {
    Signal late = recorded(did("demo_requested", 48), NOW);

    record(late);

    LeadScored scored = (LeadScored) events.get(0);
    assertThat(events).hasSize(1);
    assertThat(scored.score()).isEqualTo(scores.score("lead", NOW));
    assertThat(scored.signal()).isEqualTo(late);
    assertThat(scored.facts()).isEqualTo(scores.facts("lead", NOW));
    assertThat(scored.counted()).isTrue();
    assertThat(scored.score().total()).isEqualTo(15);
    assertThat(scored.score().asOf()).isEqualTo(NOW);
  }

  @Test
  void the_log_has_a_row_each_time_the_score_changed() {
    Instant later = NOW.plusSeconds(60);
    Instant muchLater = NOW.plus(Duration.ofDays(1));
    record(recorded(did("newsletter_signup", 0), NOW));
    record(recorded(did("carrier_pigeon", 0), later));
    record(recorded(did("demo_requested", 0), muchLater));

    assertThat(scores.log("lead"))
        .containsExactly(
            new ScoreEntry(NOW, 2, 0, 2, "two-axis v1", ModelHashes.NONE),
            new ScoreEntry(muchLater, 32, 0, 32, "two-axis v1", ModelHashes.NONE));
    assertThat(events).hasSize(3);
  }

  @Test
  void r2_no_instant_sees_what_was_recorded_after_it() {
    Instant yesterday = NOW.minus(Duration.ofDays(1));
    log.add(recorded(did("demo_requested", 3), yesterday));
    profile.add(new ProfileValue("companySize", "200", NOW.minus(Duration.ofDays(9)), NOW));

    assertThat(scores.score("lead", yesterday.minusMillis(1)).total()).isZero();
    assertThat(scores.score("lead", yesterday).total()).isEqualTo(30);
    assertThat(scores.score("lead", NOW).total()).isEqualTo(50);
  }

  @Test
  void a_score_in_the_future_has_faded() {
    log.add(did("demo_requested", 0));

    assertThat(scores.score("lead", NOW.plus(Duration.ofDays(48))).total()).isEqualTo(15);
    assertThat(scores.score("lead", NOW.plus(Duration.ofDays(91))).total()).isZero();
  }

  @Test
  void r8_since_a_no_only_fit_and_new_behaviour_count() {
    profile.add(new ProfileValue("companySize", "200", NOW, NOW));
    log.add(did("demo_requested", 5));
    log.add(did("webinar_attended", 1));
    Instant no = NOW.minus(Duration.ofDays(2));

    assertThat(scores.score("lead", NOW).total()).isEqualTo(60);
    assertThat(scores.since("lead", NOW, no).total()).isEqualTo(30);
  }

  @Test
  void a_score_reads_no_signal_that_has_faded_away() {
    log.add(did("demo_requested", 92));
    log.add(did("demo_requested", 90.5));

    assertThat(scores.facts("lead", NOW).signals()).hasSize(1);
  }

  private void record(Signal signal) {
    log.add(signal);
    SignalRecorded recorded = new SignalRecorded(signal);
    scores.on(recorded);
    scores.on(new SignalsSettled(recorded.batch()));
  }

  private static Signal recorded(Signal signal, Instant at) {
    return new Signal(
        signal.id(),
        "lead",
        signal.type(),
        signal.occurredAt(),
        at,
        at,
        SignalOrigin.UNKNOWN,
        Map.of());
  }
}
