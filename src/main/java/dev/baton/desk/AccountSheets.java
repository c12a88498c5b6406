package dev.baton.desk;

import dev.baton.desk.AccountSheet.Day;
import dev.baton.desk.AccountSheet.Event;
import dev.baton.desk.AccountSheet.Interest;
import dev.baton.desk.AccountSheet.Member;
import dev.baton.desk.LeadView.Happening;
import dev.baton.lead.Accounts;
import dev.baton.people.People;
import dev.baton.score.Score;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Composes the page of one company for one reader. */
@Component
class AccountSheets {
  private static final Duration LATELY = Duration.ofDays(90);
  private static final int MOST_EVENTS = 200;

  private final Accounts accounts;
  private final AccountPeople members;
  private final LeadDesk desk;
  private final Scores scores;
  private final Signals signals;
  private final Timeline timeline;
  private final People people;
  private final Vocabulary words;

  AccountSheets(
      Accounts accounts,
      AccountPeople members,
      LeadDesk desk,
      Scores scores,
      Signals signals,
      Timeline timeline,
      People people,
      Vocabulary words) {
    this.accounts = accounts;
    this.members = members;
    this.desk = desk;
    this.scores = scores;
    this.signals = signals;
    this.timeline = timeline;
    this.people = people;
    this.words = words;
  }

  /** The page, if this reader looks after the company or may see one of its people. */
  Optional<AccountSheet> find(String accountId, Reader reader) {
    List<String> ids = members.seenBy(reader.person(), accountId);
    Optional<String> owner = accounts.owner(accountId);
    boolean closed = reader.isRep() && ids.isEmpty() && owner.filter(reader.id()::equals).isEmpty();
    return closed
        ? Optional.empty()
        : accounts.name(accountId).map(name -> sheet(name, owner.orElse(null), ids, reader));
  }

  private AccountSheet sheet(String name, String owner, List<String> found, Reader reader) {
    boolean more = found.size() > AccountPeople.MOST;
    List<LeadLine> lines = desk.lines(more ? found.subList(0, AccountPeople.MOST) : found);
    Names names = Names.of(people);
    return new AccountSheet(
        name,
        names.of(owner),
        lines.stream().map(line -> member(line, reader.watch().now())).toList(),
        more,
        interests(lines, reader.watch().now()),
        days(lines, reader.watch(), names));
  }

  private Member member(LeadLine line, Instant now) {
    Score score = scores.score(line.id(), now);
    return new Member(line, score.total(), score.band());
  }

  /** What most of them did comes first. */
  private List<Interest> interests(List<LeadLine> lines, Instant now) {
    Map<String, List<Signal>> byType =
        lines.stream()
            .flatMap(line -> signals.of(line.id(), now.minus(LATELY)).stream())
            .collect(Collectors.groupingBy(Signal::type));
    return byType.entrySet().stream()
        .map(type -> interest(words.act(type.getKey()), type.getValue()))
        .sorted(Comparator.comparing(Interest::people).thenComparing(Interest::times).reversed())
        .toList();
  }

  private static Interest interest(String what, List<Signal> all) {
    return new Interest(
        what,
        all.size(),
        all.stream().map(Signal::leadId).distinct().count(),
        all.stream().map(Signal::occurredAt).max(Comparator.naturalOrder()).orElseThrow());
  }

  private List<Day> days(List<LeadLine> lines, Watch watch, Names names) {
    Sentences telling = new Sentences(watch, names, words);
    Map<String, List<Event>> days = new LinkedHashMap<>();
    lines.stream()
        .flatMap(
            line ->
                timeline.of(line.id(), telling).stream()
                    .map(it -> new Event(line.id(), line.called(), said(it, names))))
        .sorted(Comparator.comparing((Event event) -> event.it().at()).reversed())
        .limit(MOST_EVENTS)
        .forEach(
            event ->
                days.computeIfAbsent(watch.day(event.it().at()), day -> new ArrayList<>())
                    .add(event));
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  private static Happening said(Happening it, Names names) {
    return new Happening(it.at(), it.what(), names.of(it.by()), it.detail());
  }
}
