package dev.baton.web.account;

import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import dev.baton.web.account.AccountPage.Day;
import dev.baton.web.account.AccountPage.Event;
import dev.baton.web.lead.TextFormat;
import dev.baton.web.lead.Timeline;
import dev.baton.web.lead.TimelineEntry;
import dev.baton.web.lead.search.LeadRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Timeline of an account: what happened to its leads, day by day. */
@Component
class AccountTimeline {
  private static final int MOST_EVENTS = 200;

  private final Timeline timeline;
  private final Labels words;

  AccountTimeline(Timeline timeline, Labels words) {
    this.timeline = timeline;
    this.words = words;
  }

  List<Day> of(List<LeadRow> leads, ViewerClock clock, DisplayNames names) {
    TextFormat format = new TextFormat(clock, names, words);
    Map<String, List<Event>> days = new LinkedHashMap<>();
    leads.stream()
        .flatMap(
            leadRow ->
                timeline.of(leadRow.id(), format).stream()
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
