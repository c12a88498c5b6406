package dev.baton.web.staff;

import dev.baton.people.Absence;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.people.RoutingTerms;
import dev.baton.sla.WorkingHours;
import dev.baton.web.ViewerClock;
import dev.baton.web.staff.Workloads.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rep row of a page for managers.
 *
 * @param clock the rep's own clock
 * @param absences that are not over
 */
public record RepRow(
    Person person,
    Presence presence,
    Workload workload,
    List<Absence> absences,
    ViewerClock clock) {

  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  public boolean mayBeBack() {
    return presence.state() == Presence.State.ABSENT
        || presence.state() == Presence.State.UNRESPONSIVE;
  }

  public int openLeads() {
    return workload.open();
  }

  /** Who is here now and until when, on the reader's clock. */
  public String status(ViewerClock reader) {
    return switch (presence.state()) {
      case ABSENT -> until(reader, "presence.away", "presence.away.open");
      case OFF_SHIFT -> until(reader, "presence.off_shift", "presence.off_shift.open");
      case UNRESPONSIVE -> reader.texts().say("presence.paused");
      case ON_SHIFT -> reader.texts().say("presence.on_shift");
      case INACTIVE -> reader.texts().say("presence.inactive");
    };
  }

  /** The same to the rep. */
  public String ownStatus(ViewerClock reader) {
    return switch (presence.state()) {
      case ABSENT -> until(reader, "presence.own.away", "presence.own.away.open");
      case OFF_SHIFT -> until(reader, "presence.own.off_shift", "presence.own.off_shift.open");
      case UNRESPONSIVE -> reader.texts().say("presence.own.paused");
      case ON_SHIFT -> reader.texts().say("presence.own.on_shift");
      case INACTIVE -> reader.texts().say("presence.own.inactive");
    };
  }

  private String until(ViewerClock reader, String key, String open) {
    Instant until = presence.until();
    return until == null ? reader.texts().say(open) : reader.texts().say(key, reader.wall(until));
  }

  /** For a class name. */
  public String state() {
    return presence.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Weight and caps, as far as they are not the usual. */
  public String limits(ViewerClock reader) {
    RoutingTerms terms = person.terms();
    List<String> words = new ArrayList<>();
    words.add(reader.texts().say("reps.share", terms.weight()));
    if (terms.dailyCap() != null) {
      words.add(reader.texts().say("reps.daily", terms.dailyCap()));
    }
    if (terms.openCap() != null) {
      words.add(reader.texts().say("reps.at_once", terms.openCap()));
    }
    return String.join(", ", words);
  }

  public String skills() {
    return String.join(", ", person.terms().skills().stream().sorted().toList());
  }

  public Map<String, String> week() {
    return week(person.terms().hours());
  }

  /** What stands in the fields of a form, such as {@code mon: 09:00-12:30, 13:30-18:00}. */
  static Map<String, String> week(@Nullable WorkingHours hours) {
    Map<String, String> week = new LinkedHashMap<>();
    Map<String, List<String>> text = hours == null ? Map.of() : hours.asText();
    DAYS.forEach(day -> week.put(day, String.join(", ", text.getOrDefault(day, List.of()))));
    return week;
  }
}
