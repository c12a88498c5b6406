package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sla.ElapsedTime.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The clock that blames the rep for what the system, the night or the lead took. */
class ElapsedTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Map<String, List<String>> HOURS =
      Map.of(
          "mon", List.of("09:00-12:30", "13:30-18:00"),
          "tue", List.of("09:00-12:30", "13:30-18:00"),
          "fri", List.of("09:00-18:00"),
          "sun", List.of("00:00-06:00"));
  private static final BusinessCalendar RITA =
      new BusinessCalendar("rita", BERLIN, WorkingHours.of(HOURS), DaysOff.none());

  @Example
  void the_rep_answers_for_her_open_hours_and_for_nothing_else() {
    // Friday to Monday: routed after ten minutes, taken after five more, paused over two hours
    ElapsedTime time =
        ElapsedTime.of(
            at("2026-03-06T16:00"),
            at("2026-03-06T16:10"),
            at("2026-03-06T16:15"),
            at("2026-03-09T11:00"),
            List.of(new Pause(at("2026-03-06T17:00"), at("2026-03-06T19:00"))),
            RITA);

    assertThat(time.system()).isEqualTo(Duration.ofMinutes(10));
    assertThat(time.queue()).isEqualTo(Duration.ofMinutes(5));
    // 16:15-17:00 on Friday, Sunday's night shift, 9:00-11:00 on Monday
    assertThat(time.business()).isEqualTo(Duration.ofMinutes(45 + 6 * 60 + 2 * 60));
    assertThat(time.paused()).isEqualTo(Duration.ofHours(2));
    assertThat(time.whole()).isEqualTo(Duration.ofHours(67));
  }

  @Example
  void while_nobody_owns_it_all_time_is_the_queues() {
    ElapsedTime time =
        ElapsedTime.of(
            at("2026-03-06T16:00"),
            at("2026-03-06T16:00"),
            null,
            at("2026-03-06T17:00"),
            List.of(),
            null);

    assertThat(time.queue()).isEqualTo(Duration.ofHours(1));
    assertThat(time.business()).isZero();
  }

  @Example
  void a_pause_that_is_not_over_runs_until_now_and_two_that_overlap_count_once() {
    ElapsedTime time =
        ElapsedTime.of(
            at("2026-03-09T09:00"),
            at("2026-03-09T09:00"),
            at("2026-03-09T09:00"),
            at("2026-03-09T12:00"),
            List.of(
                new Pause(at("2026-03-09T11:00"), null),
                new Pause(at("2026-03-09T10:00"), at("2026-03-09T11:30"))),
            RITA);

    assertThat(time.paused()).isEqualTo(Duration.ofHours(2));
    assertThat(time.business()).isEqualTo(Duration.ofHours(1));
  }

  @Example
  void an_answer_in_the_same_second_took_no_time_and_is_not_negative() {
    Instant now = at("2026-03-09T09:00");

    ElapsedTime time = ElapsedTime.of(now, now.plusMillis(40), now, now, List.of(), RITA);

    assertThat(time.whole()).isZero();
  }

  record Story(
      Instant startedAt, Instant recordedAt, Instant ownedAt, Instant end, List<Pause> pauses) {

    ElapsedTime cut() {
      return ElapsedTime.of(startedAt, recordedAt, ownedAt, end, pauses, RITA);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void the_parts_sum_to_the_whole_and_none_is_negative_in_whatever_order_the_instants_come(
      @ForAll("stories") Story story) {
    Duration whole = Duration.between(story.startedAt(), story.end());
    ElapsedTime time = story.cut();

    assertThat(time.whole()).isEqualTo(whole.isNegative() ? Duration.ZERO : whole);
    assertThat(parts(time)).isNotEmpty().noneMatch(Duration::isNegative);
    assertThat(time.inSeconds().whole()).isEqualTo(Duration.ofSeconds(time.whole().toSeconds()));
    assertThat(parts(time.inSeconds())).isNotEmpty().noneMatch(Duration::isNegative);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void each_minute_is_where_a_walk_puts_it(@ForAll("minuteStories") Story story) {
    Instant end = story.end().isBefore(story.startedAt()) ? story.startedAt() : story.end();
    boolean[] open = new MinuteWalk(BERLIN, HOURS, List.of()).minutes(story.startedAt(), end);
    long[] minutes = new long[5];
    for (int i = 0; i < open.length; i++) {
      Instant at = story.startedAt().plusSeconds(60L * i);
      minutes[part(story, at, open[i])]++;
    }

    assertThat(parts(story.cut()).stream().map(Duration::toMinutes))
        .containsExactly(minutes[0], minutes[1], minutes[2], minutes[3], minutes[4]);
  }

  private static int part(Story story, Instant at, boolean open) {
    if (at.isBefore(story.recordedAt())) {
      return 0;
    }
    if (story.ownedAt() == null || at.isBefore(story.ownedAt())) {
      return 1;
    }
    boolean paused =
        story.pauses().stream()
            .anyMatch(
                pause ->
                    !at.isBefore(pause.from()) && (pause.to() == null || at.isBefore(pause.to())));
    return paused ? 3 : open ? 2 : 4;
  }

  private static List<Duration> parts(ElapsedTime time) {
    return List.of(time.system(), time.queue(), time.business(), time.paused(), time.afterHours());
  }

  @Provide
  Arbitrary<Story> stories() {
    return stories(Arbitraries.longs().between(0, 10 * 24 * 3_600_000L));
  }

  @Provide
  Arbitrary<Story> minuteStories() {
    return stories(Arbitraries.longs().between(0, 6 * 24 * 60).map(minute -> minute * 60_000));
  }

  /** Around the night in which the clocks go forward. */
  private static Arbitrary<Story> stories(Arbitrary<Long> millis) {
    Arbitrary<Instant> instants = millis.map(at("2026-03-26T00:00")::plusMillis);
    Arbitrary<Pause> pauses =
        Combinators.combine(instants, instants.injectNull(0.1)).as(Pause::new);
    return Combinators.combine(
            instants, instants, instants.injectNull(0.2), instants, pauses.list().ofMaxSize(4))
        .as(Story::new);
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
  }
}
