package dev.baton.rehearsal;

import dev.baton.input.Sentences;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.rehearsal.forecast.ForecastEvent;
import dev.baton.rehearsal.forecast.ForecastEvent.What;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sentences on where the next hours break: hours in which more than one answer is overdue and who
 * is away then, who gets how many leads, and what doesn't go on by itself.
 */
@Component
class NextHoursSummary {
  private static final int MOST = 20;
  private static final String HOUR = "EEEE d MMMM, HH:mm";

  private final People people;
  private final Availability availability;

  NextHoursSummary(People people, Availability availability) {
    this.people = people;
    this.availability = availability;
  }

  /** By instant, on the wall clock of a zone. */
  List<String> of(List<ForecastEvent> rows, ZoneId zone, Locale locale) {
    List<String> sentences = new ArrayList<>(hours(rows, zone, locale));
    sentences.addAll(stopped(rows, zone, locale));
    receivers(rows, locale).ifPresent(sentences::add);
    return sentences;
  }

  private static String format(Locale locale, String english, Object... named) {
    return String.format(locale, Sentences.in(locale, english), named);
  }

  private static String hour(ZonedDateTime at, Locale locale) {
    return DateTimeFormatter.ofPattern(Sentences.in(locale, HOUR), locale).format(at);
  }

  private List<String> hours(List<ForecastEvent> rows, ZoneId zone, Locale locale) {
    Map<ZonedDateTime, List<ForecastEvent>> byHour =
        rows.stream()
            .filter(row -> row.what() == What.MISSED)
            .collect(
                Collectors.groupingBy(
                    row -> row.at().atZone(zone).truncatedTo(ChronoUnit.HOURS),
                    TreeMap::new,
                    Collectors.toList()));
    byHour.values().removeIf(missed -> missed.size() < 2);
    List<String> sentences =
        byHour.entrySet().stream()
            .limit(MOST)
            .map(hour -> hour(hour.getKey(), hour.getValue(), zone, locale))
            .collect(Collectors.toCollection(ArrayList::new));
    if (byHour.size() > MOST) {
      sentences.add(
          format(locale, "In %d more hours more than one is overdue.", byHour.size() - MOST));
    }
    return sentences;
  }

  private String hour(ZonedDateTime hour, List<ForecastEvent> missed, ZoneId zone, Locale locale) {
    Map<String, Instant> owners = new LinkedHashMap<>();
    missed.forEach(
        row -> {
          if (row.owner() != null) {
            owners.putIfAbsent(row.owner(), row.at());
          }
        });
    String away =
        owners.entrySet().stream()
            .flatMap(owner -> away(owner.getKey(), owner.getValue(), zone, locale).stream())
            .map(words -> ", " + words)
            .collect(Collectors.joining());
    return format(
        locale,
        "%s: %d overdue (%s)%s.",
        hour(hour, locale),
        missed.size(),
        counted(missed, ForecastEvent::owner, locale),
        away);
  }

  /** Why somebody can't answer just then, if so; who is off shift may still. */
  private Optional<String> away(String owner, Instant at, ZoneId zone, Locale locale) {
    return people
        .find(owner)
        .flatMap(
            person -> {
              Presence presence = availability.of(person, at);
              return presence.takesLeads()
                  ? Optional.empty()
                  : Optional.of(
                      format(locale, "%s is %s", person.name(), presence.words(zone, locale)));
            });
  }

  /** Such as {@code Ben 3, Rita 1}. */
  private String counted(
      List<ForecastEvent> rows, Function<ForecastEvent, @Nullable String> who, Locale locale) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(name(who.apply(row), locale), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private String name(@Nullable String id, Locale locale) {
    return id == null
        ? Sentences.in(locale, "nobody")
        : people.find(id).map(Person::name).orElse(id);
  }

  private static List<String> stopped(List<ForecastEvent> rows, ZoneId zone, Locale locale) {
    Set<String> sentences = new LinkedHashSet<>();
    rows.stream()
        .filter(row -> row.what() == What.FAILURE)
        .forEach(
            row ->
                sentences.add(
                    hour(row.at().atZone(zone), locale)
                        + ": "
                        + Sentences.ofModels(locale, String.valueOf(row.text()))
                        + "."));
    return sentences.stream().limit(MOST).toList();
  }

  private Optional<String> receivers(List<ForecastEvent> rows, Locale locale) {
    List<ForecastEvent> moved =
        rows.stream()
            .filter(row -> row.what() == What.REASSIGNED || row.what() == What.ASSIGNED)
            .toList();
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            format(
                locale,
                moved.size() == 1 ? "%d change of owner: to %s." : "%d changes of owner: to %s.",
                moved.size(),
                counted(moved, ForecastEvent::to, locale)));
  }
}
