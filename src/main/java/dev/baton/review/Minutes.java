package dev.baton.review;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.review.Refused.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a review ends with, read from whichever door.
 *
 * @param notes by point of the agenda
 * @param attended ids of who was there
 * @param summary what was said beside the agenda, or null
 */
record Minutes(
    Map<String, String> notes, List<Draft> decisions, List<String> attended, String summary) {
  static final String BY = "by";
  static final String NOTES = "notes";
  static final String DECISIONS = "decisions";
  static final String ATTENDED = "attended";
  static final String SUMMARY = "summary";

  private static final int MOST_DECISIONS = 30;
  private static final int LONGEST_NOTE = ReviewSchema.SUMMARY.longest();
  private static final int LONGEST_DECISION = ReviewSchema.WHAT.longest();
  private static final int LONGEST_OWNER = ReviewSchema.OWNER.longest();

  /** A decision before it is one. */
  record Draft(String point, String what, Person owner, LocalDate dueOn) {
    /** The end of its day on its owner's clock. */
    Instant dueAt() {
      return dueOn.plusDays(1).atStartOfDay(owner.zone()).toInstant();
    }

    /** In the morning of that day. */
    Instant warnAt() {
      return dueOn.atTime(9, 0).atZone(owner.zone()).toInstant();
    }
  }

  /** Throws the refusal that names all that is wrong, if there is anything. */
  static Minutes read(Map<String, Object> fields, Set<String> points, People people, Instant now) {
    Reading reading = new Reading(points, people, now);
    Minutes minutes =
        new Minutes(
            reading.notes(fields.get(NOTES)),
            reading.decisions(fields),
            reading.attended(fields.get(ATTENDED)),
            reading.text(SUMMARY, fields.get(SUMMARY), LONGEST_NOTE));
    if (!reading.errors.isEmpty()) {
      throw Refused.invalid(List.copyOf(reading.errors));
    }
    return minutes;
  }

  /** Collects what is wrong on the way. */
  private static final class Reading {
    private final Set<String> points;
    private final People people;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    Reading(Set<String> points, People people, Instant now) {
      this.points = points;
      this.people = people;
      this.now = now;
    }

    Map<String, String> notes(Object given) {
      Map<String, String> notes = new LinkedHashMap<>();
      if (given != null && !(given instanceof Map)) {
        wrong(NOTES, "an object with a text for each point");
      } else if (given instanceof Map<?, ?> map) {
        map.forEach(
            (point, note) -> {
              String name = NOTES + "." + point;
              if (!points.contains(String.valueOf(point))) {
                wrong(name, "not on the agenda, which has " + String.join(", ", points));
              }
              String text = text(name, note, LONGEST_NOTE);
              if (text != null) {
                notes.put(String.valueOf(point), text);
              }
            });
      }
      return notes;
    }

    List<Draft> decisions(Map<String, Object> fields) {
      Object given = fields.get(DECISIONS);
      if (given != null && !(given instanceof Collection)) {
        wrong(DECISIONS, "a list of {what, owner, dueOn}");
        return List.of();
      }
      List<Draft> drafts = new ArrayList<>();
      int place = 0;
      for (Object row : given == null ? List.of() : (Collection<?>) given) {
        String name = DECISIONS + "[" + place++ + "].";
        if (row instanceof Map<?, ?> map) {
          drafts.add(decision(name, "", map));
        } else {
          wrong(name.substring(0, name.length() - 1), "an object with what, owner and dueOn");
        }
      }
      for (int row = 1; row <= ReviewSchema.ROWS; row++) {
        if (text("what" + row, fields.get("what" + row), LONGEST_DECISION) != null
            || text("owner" + row, fields.get("owner" + row), LONGEST_OWNER) != null) {
          drafts.add(decision("", String.valueOf(row), fields));
        }
      }
      if (drafts.size() > MOST_DECISIONS) {
        wrong(DECISIONS, "more than %d; nobody does so much".formatted(MOST_DECISIONS));
      }
      return drafts.stream().filter(Objects::nonNull).toList();
    }

    /** Null when something is wrong with it. */
    private Draft decision(String before, String after, Map<?, ?> row) {
      int wrongs = errors.size();
      String point = text(before + "point" + after, row.get("point" + after), 64);
      if (point != null && !points.contains(point)) {
        wrong(
            before + "point" + after, "not on the agenda, which has " + String.join(", ", points));
      }
      String what = text(before + "what" + after, row.get("what" + after), LONGEST_DECISION);
      if (what == null) {
        wrong(before + "what" + after, "say what is to be done");
      }
      Person owner = owner(before + "owner" + after, row.get("owner" + after));
      LocalDate dueOn = day(before + "dueOn" + after, row.get("dueOn" + after), owner);
      return errors.size() > wrongs ? null : new Draft(point, what, owner, dueOn);
    }

    private Person owner(String name, Object given) {
      String id = text(name, given, LONGEST_OWNER);
      if (id == null) {
        wrong(name, "say who does it");
        return null;
      }
      Person owner =
          people
              .find(id)
              .filter(Person::active)
              .filter(person -> person.role() != Role.DESIGNER)
              .orElse(null);
      if (owner == null) {
        wrong(name, "nobody of sales, marketing or the managers has the id '%s'".formatted(id));
      }
      return owner;
    }

    private LocalDate day(String name, Object given, Person owner) {
      LocalDate day;
      try {
        day =
            given instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(Objects.requireNonNullElse(given, "").toString().strip());
      } catch (DateTimeException e) {
        wrong(name, "by which day, such as 2026-12-24");
        return null;
      }
      LocalDate today = owner == null ? null : now.atZone(owner.zone()).toLocalDate();
      if (today != null && (day.isBefore(today) || day.isAfter(today.plusYears(1)))) {
        wrong(name, "a day from today up to a year from now");
      }
      return day;
    }

    List<String> attended(Object given) {
      if (given == null) {
        return List.of();
      }
      if (!(given instanceof Collection<?> ids)) {
        wrong(ATTENDED, "a list of user ids");
        return List.of();
      }
      List<String> attended = ids.stream().map(String::valueOf).distinct().toList();
      attended.stream()
          .filter(id -> people.find(id).isEmpty())
          .forEach(id -> wrong(ATTENDED, "nobody has the id '%s'".formatted(id)));
      if (attended.size() > 50) {
        wrong(ATTENDED, "more than 50 people");
      }
      return attended;
    }

    /** Null when there is nothing. */
    String text(String name, Object given, int longest) {
      String text = given == null ? "" : given.toString().strip();
      if (text.length() > longest) {
        wrong(name, "longer than %d characters".formatted(longest));
      }
      if (text.indexOf('\0') >= 0) {
        wrong(name, "contains a NUL character");
      }
      return text.isEmpty() ? null : text;
    }

    private void wrong(String name, String message) {
      errors.add(new FieldError(name, message));
    }
  }
}
