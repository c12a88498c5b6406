package dev.baton.web.account;

import dev.baton.lead.Accounts;
import dev.baton.people.People;
import dev.baton.score.Score;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import dev.baton.web.account.AccountPage.Day;
import dev.baton.web.account.AccountPage.Event;
import dev.baton.web.account.AccountPage.Interest;
import dev.baton.web.account.AccountPage.Member;
import dev.baton.web.lead.LeadRow;
import dev.baton.web.lead.LeadRows;
import dev.baton.web.lead.LeadView.TimelineEntry;
import dev.baton.web.lead.TextFormat;
import dev.baton.web.lead.Timeline;
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

/** Assembler of the page of one account for one viewer. */
@Component
class AccountPageAssembler {
  private static final Duration LATELY = Duration.ofDays(90);
  private static final int MOST_EVENTS = 200;

  private final Accounts accounts;
  private final AccountLeads members;
  private final LeadRows leadRows;
  private final Scores scores;
  private final Signals signals;
  private final Timeline timeline;
  private final People people;
  private final Labels words;

  AccountPageAssembler(
      Accounts accounts,
      AccountLeads members,
      LeadRows leadRows,
      Scores scores,
      Signals signals,
      Timeline timeline,
      People people,
      Labels words) {
    this.accounts = accounts;
    this.members = members;
    this.leadRows = leadRows;
    this.scores = scores;
    this.signals = signals;
    this.timeline = timeline;
    this.people = people;
    this.words = words;
  }

  /** The page, if this reader looks after the company or may see one of its people. */
  Optional<AccountPage> find(String accountId, CurrentUser user) {
    List<String> ids = members.seenBy(user.person(), accountId);
    Optional<String> owner = accounts.owner(accountId);
    boolean closed = user.isRep() && ids.isEmpty() && owner.filter(user.id()::equals).isEmpty();
    return closed
        ? Optional.empty()
        : accounts.name(accountId).map(name -> page(name, owner.orElse(null), ids, user));
  }

  private AccountPage page(String name, String owner, List<String> found, CurrentUser user) {
    boolean more = found.size() > AccountLeads.MOST;
    List<LeadRow> lines = leadRows.rows(more ? found.subList(0, AccountLeads.MOST) : found);
    DisplayNames names = DisplayNames.ofAll(people);
    return new AccountPage(
        name,
        names.of(owner),
        lines.stream().map(leadRow -> member(leadRow, user.clock().now())).toList(),
        more,
        interests(lines, user.clock().now()),
        days(lines, user.clock(), names));
  }

  private Member member(LeadRow leadRow, Instant now) {
    Score score = scores.score(leadRow.id(), now);
    return new Member(leadRow, score.total(), score.band());
  }

  /** What most of them did comes first. */
  private List<Interest> interests(List<LeadRow> lines, Instant now) {
    Map<String, List<Signal>> byType =
        lines.stream()
            .flatMap(leadRow -> signals.of(leadRow.id(), now.minus(LATELY)).stream())
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

  private List<Day> days(List<LeadRow> lines, ViewerClock clock, DisplayNames names) {
    TextFormat telling = new TextFormat(clock, names, words);
    Map<String, List<Event>> days = new LinkedHashMap<>();
    lines.stream()
        .flatMap(
            leadRow ->
                timeline.of(leadRow.id(), telling).stream()
                    .map(it -> new Event(leadRow.id(), leadRow.called(), withNames(it, names))))
        .sorted(Comparator.comparing((Event event) -> event.it().at()).reversed())
        .limit(MOST_EVENTS)
        .forEach(
            event ->
                days.computeIfAbsent(clock.day(event.it().at()), day -> new ArrayList<>())
                    .add(event));
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  private static TimelineEntry withNames(TimelineEntry it, DisplayNames names) {
    return new TimelineEntry(it.at(), it.what(), names.of(it.by()), it.detail());
  }
}
