package dev.baton.change.load;

import dev.baton.routing.Candidate;
import dev.baton.routing.ChoiceInput;
import dev.baton.routing.FairChoice;
import dev.baton.routing.SkipReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One dry run: each lead is given as routing would, and answered after a time of the past. */
final class LoadRun {
  /** Where a rep stands in a team. */
  private record Standing(long tag, long lastTurn) {
    static final Standing NEW = new Standing(0, 0);
  }

  private record Place(String team, String rep) {}

  private final DrawnAnswers answers;
  private final Map<String, Long> bases = new HashMap<>();
  private final Map<String, Long> turns = new HashMap<>();
  private final Map<Place, Standing> standings = new HashMap<>();
  private final Map<String, List<Instant>> openUntil = new HashMap<>();
  private final Map<String, Map<LocalDate, Long>> given = new TreeMap<>();
  private long unrouted;

  LoadRun(DrawnAnswers answers) {
    this.answers = answers;
  }

  /** Gives a lead to a rep; leads come in the order of their instants. */
  void take(Arrival arrival) {
    FairChoice choice =
        FairChoice.of(
            new ChoiceInput(
                bases.getOrDefault(arrival.team(), 0L),
                arrival.skill(),
                null,
                arrival.reps().stream().map(rep -> candidate(arrival, rep)).toList()));
    String owner = choice.owner();
    if (owner == null) {
      unrouted++;
      return;
    }
    bases.put(arrival.team(), choice.base());
    long turn = turns.merge(arrival.team(), 1L, Long::sum);
    standings.put(new Place(arrival.team(), owner), new Standing(choice.tag(), turn));
    RepOnDuty rep =
        arrival.reps().stream().filter(each -> each.rep().equals(owner)).findFirst().orElseThrow();
    given
        .computeIfAbsent(owner, any -> new HashMap<>())
        .merge(day(rep, arrival.at()), 1L, Long::sum);
    openUntil.computeIfAbsent(owner, any -> new ArrayList<>()).add(answers.last(arrival));
  }

  private Candidate candidate(Arrival arrival, RepOnDuty rep) {
    Standing standing = standings.getOrDefault(new Place(arrival.team(), rep.rep()), Standing.NEW);
    return new Candidate(
        rep.rep(),
        rep.weight(),
        standing.tag(),
        standing.lastTurn(),
        rep.onShift(),
        rep.skilled(),
        hindrance(rep, arrival.at()),
        null);
  }

  private @Nullable SkipReason hindrance(RepOnDuty rep, Instant at) {
    if (rep.away() != null) {
      return rep.away();
    }
    Integer daily = rep.dailyCap();
    if (daily != null
        && given.getOrDefault(rep.rep(), Map.of()).getOrDefault(day(rep, at), 0L) >= daily) {
      return SkipReason.DAILY_CAP;
    }
    Integer open = rep.openCap();
    return open != null && open(rep.rep(), at) >= open ? SkipReason.OPEN_CAP : null;
  }

  private static LocalDate day(RepOnDuty rep, Instant at) {
    return at.atZone(rep.zone()).toLocalDate();
  }

  private long open(String rep, Instant at) {
    return openUntil.getOrDefault(rep, List.of()).stream()
        .filter(until -> until.isAfter(at))
        .count();
  }

  DrawnAnswers answers() {
    return answers;
  }

  long unrouted() {
    return unrouted;
  }

  /** Leads by rep and day of theirs. */
  Map<String, Map<LocalDate, Long>> given() {
    return given;
  }
}
