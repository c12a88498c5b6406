package dev.baton.routing;

import static dev.baton.routing.AssignmentTestBed.counts;
import static dev.baton.routing.AssignmentTestBed.spread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Availability;
import dev.baton.people.Presence;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two months of a team with shifts, holidays, caps and leads at all hours. */
class SixtyDaysTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_cap_or_a_holiday_of_last_month_leaves_the_shares_of_today_alone() {
    AssignmentTestBed team = new AssignmentTestBed(scenario);
    team.hire("ann", terms -> terms.withHours(week("08:00-16:00")));
    team.hire("bob", terms -> terms.withHours(week("08:00-16:00")));
    team.hire("cleo", terms -> terms.withHours(week("08:00-16:00")).withDailyCap(2));
    team.hire("dan", ZoneId.of("America/New_York"), terms -> terms.withHours(week("09:00-17:00")));
    team.hire("eve", terms -> terms.withHours(week("08:00-16:00")));
    Instant leave = START.plus(Duration.ofDays(7));
    Instant back = START.plus(Duration.ofDays(21));
    team.isAway("eve", leave, back);
    Random random = new Random(24);
    List<LedgerEntry> entries = new ArrayList<>();

    Instant at = START;
    while (at.isBefore(START.plus(Duration.ofDays(60)))) {
      at = at.plus(Duration.ofMinutes(30 + random.nextInt(90)));
      entries.add(team.take(at));
    }

    assertThat(entries)
        .as("nothing is left unassigned")
        .hasSizeGreaterThan(900)
        .allMatch(entry -> entry.owner() != null);
    assertThat(entries).isNotEmpty().allSatisfy(entry -> owner(entry, team));
    assertThat(spread(owners(entries), "ann", "bob")).isLessThanOrEqualTo(1);
    List<LedgerEntry> away = entries.stream().filter(e -> isIn(e.at(), leave, back)).toList();
    assertThat(owners(away)).doesNotContain("eve");
    List<LedgerEntry> after = entries.stream().filter(e -> !e.at().isBefore(back)).toList();
    assertThat(spread(owners(after), "ann", "bob", "eve"))
        .as("back at work she has the same share")
        .isLessThanOrEqualTo(2);
    assertThat(mostOfADay(entries, "cleo")).isEqualTo(2);
    assertThat(counts(owners(entries)).get("dan")).isPositive();
    assertThat(team.ledger())
        .hasSameSizeAs(entries)
        .allSatisfy(entry -> assertThat(entry.replay().owner()).isEqualTo(entry.owner()));
  }

  /** Whoever got it was here, and at work if anybody was. */
  private void owner(LedgerEntry entry, AssignmentTestBed team) {
    Presence presence =
        scenario
            .bean(Availability.class)
            .of(team.people().find(entry.owner()).orElseThrow(), entry.at());
    assertThat(presence.takesLeads()).isTrue();
    if (!presence.isOnShift()) {
      assertThat(entry.considered().reps())
          .isNotEmpty()
          .noneMatch(rep -> rep.hindrance() == null && rep.onShift());
    }
  }

  private static List<String> owners(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::owner).toList();
  }

  private static boolean isIn(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private static int mostOfADay(List<LedgerEntry> entries, String rep) {
    Map<LocalDate, Integer> days = new HashMap<>();
    entries.stream()
        .filter(entry -> entry.owner().equals(rep))
        .forEach(
            entry -> days.merge(entry.at().atZone(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum));
    return days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static WorkingHours week(String span) {
    Map<String, List<String>> days = new HashMap<>();
    List.of("mon", "tue", "wed", "thu", "fri").forEach(day -> days.put(day, List.of(span)));
    return WorkingHours.of(days);
  }
}
