package dev.baton.web.late;

import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Team;
import dev.baton.web.PageTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reasons why an answer is late: away, overloaded, paused, never opened. Overloaded is who has as
 * many open leads as they may, or without a cap more than twice as many as the middle rep.
 */
@Component
class LateReasons {
  private static final int MANY = 10;

  private final Absences absences;
  private final OpenHandoffs handoffs;
  private final People people;

  LateReasons(Absences absences, OpenHandoffs handoffs, People people) {
    this.absences = absences;
    this.handoffs = handoffs;
    this.people = people;
  }

  /** The reasons of each of these answers, in a few words. */
  Function<OwedAnswer, String> of(List<OwedAnswer> late, Instant now) {
    List<String> owners =
        late.stream().map(OwedAnswer::owner).filter(Objects::nonNull).distinct().toList();
    Instant first =
        late.stream().map(OwedAnswer::startedAt).min(Comparator.naturalOrder()).orElse(now);
    Map<String, List<Absence>> away =
        absences.notOver(owners, first).stream().collect(Collectors.groupingBy(Absence::person));
    Map<String, String> loads = overloaded();
    return answer -> {
      String owner = answer.owner();
      return owner == null
          ? PageTexts.ofRequest().translated("nobody owns it")
          : words(answer, now, away.getOrDefault(owner, List.of()), loads.get(owner));
    };
  }

  private static String words(
      OwedAnswer answer, Instant now, List<Absence> away, @Nullable String load) {
    PageTexts texts = PageTexts.ofRequest();
    List<String> words = new ArrayList<>();
    if (away.stream().anyMatch(absence -> covers(absence, now))) {
      words.add(texts.translated("away now"));
    } else if (away.stream().anyMatch(absence -> overlaps(absence, answer, now))) {
      words.add(texts.translated("was away"));
    }
    if (load != null) {
      words.add(load);
    }
    if (answer.paused()) {
      words.add(texts.translated("was paused"));
    }
    words.add(texts.translated(answer.opened() ? "opened, not answered" : "never opened"));
    return String.join(", ", words);
  }

  private static boolean covers(Absence absence, Instant at) {
    Instant to = absence.to();
    return !absence.from().isAfter(at) && (to == null || to.isAfter(at));
  }

  private static boolean overlaps(Absence absence, OwedAnswer answer, Instant now) {
    Instant to = absence.to();
    return absence.from().isBefore(answer.dueAt())
        && absence.from().isBefore(now)
        && (to == null || to.isAfter(answer.startedAt()));
  }

  /** Who has too much, in words. */
  private Map<String, String> overloaded() {
    List<Person> reps = people.activeReps(Team.EVERYBODY);
    Map<String, Integer> open = handoffs.count(reps.stream().map(Person::id).toList());
    List<Integer> sorted =
        reps.stream().map(rep -> open.getOrDefault(rep.id(), 0)).sorted().toList();
    int middle = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    return reps.stream()
        .flatMap(rep -> overload(rep, open.getOrDefault(rep.id(), 0), middle))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<Map.Entry<String, String>> overload(Person rep, int open, int middle) {
    Integer cap = rep.terms().openCap();
    if (cap != null) {
      return open < cap
          ? Stream.empty()
          : Stream.of(
              Map.entry(
                  rep.id(),
                  PageTexts.ofRequest().format("overloaded: %d of %d open leads", open, cap)));
    }
    return open < MANY || open <= 2 * middle
        ? Stream.empty()
        : Stream.of(
            Map.entry(rep.id(), PageTexts.ofRequest().format("overloaded: %d open leads", open)));
  }
}
