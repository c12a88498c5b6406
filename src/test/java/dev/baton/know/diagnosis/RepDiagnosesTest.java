package dev.baton.know.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Worlds of reps whose habits are known. */
class RepDiagnosesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<String> REPS = List.of("ada", "ben", "cleo", "dan", "eve", "finn");

  private final Random random = new Random(20);

  /** How somebody answers; by default all alike. */
  private static class Habit {
    double hot = 0.3;

    double accepts(String band) {
      return switch (band) {
        case "hot" -> 0.8;
        case "warm" -> 0.6;
        default -> 0.3;
      };
    }

    double sits() {
      return 0.15;
    }

    double contradicts() {
      return 0.4;
    }

    double inTime(String band) {
      return 0.8;
    }
  }

  private List<ReviewedLead> leads(String rep, Habit habit, int number) {
    List<ReviewedLead> leads = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double place = random.nextDouble();
      String band = place < habit.hot ? "hot" : place < habit.hot + 0.35 ? "warm" : "cool";
      boolean accepts = random.nextDouble() < habit.accepts(band);
      Instant at = NOW.minus(Duration.ofDays(10 + random.nextInt(60)));
      boolean sits = random.nextDouble() < habit.sits();
      String reason = random.nextDouble() < habit.contradicts() ? "low_intent" : "unreachable";
      leads.add(
          new ReviewedLead(
              rep + i,
              rep,
              band,
              accepts ? at : null,
              accepts ? null : reason,
              accepts ? at.plus(Duration.ofDays(sits ? 8 : 1)) : null,
              random.nextDouble() < habit.inTime(band)));
    }
    return leads;
  }

  private List<ReviewedLead> world(Habit odd, int each) {
    List<ReviewedLead> all = new ArrayList<>(leads("odd", odd, each));
    REPS.forEach(rep -> all.addAll(leads(rep, new Habit(), each)));
    return all;
  }

  private static DiagnosisCheck check(List<ReviewedLead> all, String rep, String check) {
    return new RepDiagnoses(all, NOW)
        .rows().stream()
            .filter(row -> row.rep().equals(rep))
            .flatMap(row -> row.checks().stream())
            .filter(one -> one.check().equals(check))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void where_nothing_is_nothing_is_found() {
    int found = 0;
    for (int world = 0; world < 40; world++) {
      found +=
          (int)
              new RepDiagnoses(world(new Habit(), 200), NOW)
                  .rows().stream()
                      .flatMap(row -> row.checks().stream())
                      .filter(Predicate.not(one -> one.verdict().equals("usual")))
                      .count();
    }
    assertThat(found)
        .as("worlds of 28 questions each in which chance was taken for more")
        .isLessThan(7);
  }

  @Test
  void a_rep_with_colder_leads_is_not_blamed_for_them() {
    Habit cold = new Habit();
    cold.hot = 0.02;

    DiagnosisCheck acceptance = check(world(cold, 300), "odd", "acceptance");

    assertThat(acceptance.rate().doubleValue())
        .as("fewer accepted as they came")
        .isLessThan(acceptance.others().doubleValue() - 0.1);
    assertThat(acceptance.verdict()).isEqualTo("usual");
    assertThat(acceptance.adjusted().low()).isLessThan(acceptance.others());
    assertThat(acceptance.adjusted().high()).isGreaterThan(acceptance.others());
    assertThat(acceptance.advice()).isNull();
  }

  @Test
  void who_accepts_far_less_of_the_same_is_found_with_the_leads_behind_it() {
    DiagnosisCheck acceptance =
        check(
            world(
                new Habit() {
                  @Override
                  double accepts(String band) {
                    return super.accepts(band) - 0.25;
                  }
                },
                200),
            "odd",
            "acceptance");

    assertThat(acceptance.verdict()).isEqualTo("lower");
    assertThat(acceptance.n()).isEqualTo(200);
    assertThat(acceptance.advice()).isNotBlank();
    assertThat(acceptance.leads())
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(20)
        .allMatch(id -> id.startsWith("odd"));
  }

  @Test
  void who_answers_warm_leads_in_time_and_others_not_picks() {
    List<ReviewedLead> all =
        world(
            new Habit() {
              @Override
              double inTime(String band) {
                return band.equals("cool") ? 0.3 : 0.95;
              }
            },
            200);

    assertThat(check(all, "odd", "cherry_picking").verdict()).isEqualTo("picks");
    assertThat(check(all, "ben", "cherry_picking").verdict()).isEqualTo("usual");
  }

  @Test
  void who_accepts_and_lets_lie_is_found() {
    List<ReviewedLead> all =
        world(
            new Habit() {
              @Override
              double sits() {
                return 0.6;
              }
            },
            200);

    assertThat(check(all, "odd", "accept_then_sit").verdict()).isEqualTo("sits");
  }

  @Test
  void who_rejects_hot_leads_as_no_interest_contradicts_the_score() {
    List<ReviewedLead> all =
        world(
            new Habit() {
              @Override
              double accepts(String band) {
                return band.equals("hot") ? 0.3 : super.accepts(band);
              }

              @Override
              double contradicts() {
                return 1;
              }
            },
            250);

    assertThat(check(all, "odd", "rejections_against_score").verdict()).isEqualTo("contradicts");
  }

  @Test
  void below_thirty_cases_there_is_no_verdict() {
    DiagnosisCheck few = check(world(new Habit(), 29), "odd", "acceptance");

    assertThat(few.verdict()).isEqualTo("thin");
    assertThat(few.n()).isEqualTo(29);
    assertThat(few.rate()).isNull();
  }
}
