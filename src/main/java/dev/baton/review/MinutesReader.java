package dev.baton.review;

import dev.baton.input.FieldReader;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
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

/** Reader of the minutes of a review, from the page, the API or the rows of a form. */
final class MinutesReader {
  private static final int MOST_DECISIONS = 30;
  private static final int MOST_PEOPLE = 50;
  private static final int LONGEST_DECISION = ReviewSchema.WHAT.longest();
  private static final int LONGEST_ID = ReviewSchema.OWNER.longest();

  private final Map<String, Object> values;
  private final FieldReader fields;
  private final Set<String> points;
  private final People people;
  private final Instant now;

  MinutesReader(Map<String, Object> values, Set<String> points, People people, Instant now) {
    this.values = values;
    this.fields = new FieldReader(values);
    this.points = points;
    this.people = people;
    this.now = now;
  }

  ReviewMinutes read() {
    ReviewMinutes minutes =
        new ReviewMinutes(notes(), decisions(), attended(), fields.text(ReviewMinutes.SUMMARY));
    fields.check();
    return minutes;
  }

  private Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    Object given = values.get(ReviewMinutes.NOTES);
    if (given != null && !(given instanceof Map)) {
      fields.wrong(ReviewMinutes.NOTES, "an object with a text for each point");
    } else if (given instanceof Map<?, ?> map) {
      FieldReader reader = fields.inside(ReviewMinutes.NOTES + ".", named(map));
      named(map).keySet().forEach(point -> note(reader, point, notes));
    }
    return notes;
  }

  private void note(FieldReader reader, String point, Map<String, String> notes) {
    if (!points.contains(point)) {
      reader.wrong(point, notOnTheAgenda());
    }
    String text = reader.text(point);
    if (text != null) {
      notes.put(point, text);
    }
  }

  private String notOnTheAgenda() {
    return "not on the agenda, which has " + String.join(", ", points);
  }

  private List<ReviewMinutes.Draft> decisions() {
    Object given = values.get(ReviewMinutes.DECISIONS);
    if (given != null && !(given instanceof Collection)) {
      fields.wrong(ReviewMinutes.DECISIONS, "a list of {what, owner, dueOn}");
      return List.of();
    }
    List<ReviewMinutes.Draft> drafts = new ArrayList<>();
    int place = 0;
    for (Object row : given == null ? List.of() : (Collection<?>) given) {
      String name = ReviewMinutes.DECISIONS + "[" + place++ + "]";
      if (row instanceof Map<?, ?> map) {
        drafts.add(decision(fields.inside(name + ".", named(map)), ""));
      } else {
        fields.wrong(name, "an object with what, owner and dueOn");
      }
    }
    for (int row = 1; row <= ReviewSchema.ROWS; row++) {
      if (fields.text("what" + row, LONGEST_DECISION) != null
          || fields.text("owner" + row, LONGEST_ID) != null) {
        drafts.add(decision(fields, String.valueOf(row)));
      }
    }
    if (drafts.size() > MOST_DECISIONS) {
      fields.wrong(ReviewMinutes.DECISIONS, "more than %d decisions".formatted(MOST_DECISIONS));
    }
    return drafts.stream().filter(Objects::nonNull).toList();
  }

  /** Null when something is wrong with it. */
  private ReviewMinutes.Draft decision(FieldReader row, String number) {
    int wrongs = row.errors().size();
    String point = row.text("point" + number, LONGEST_ID);
    if (point != null && !points.contains(point)) {
      row.wrong("point" + number, notOnTheAgenda());
    }
    String what = row.requiredText("what" + number, "say what is to be done", LONGEST_DECISION);
    Person owner = owner(row, "owner" + number);
    LocalDate dueOn = day(row, "dueOn" + number, owner);
    return row.errors().size() > wrongs ? null : new ReviewMinutes.Draft(point, what, owner, dueOn);
  }

  private Person owner(FieldReader row, String field) {
    String id = row.requiredText(field, "say who does it", LONGEST_ID);
    if (id == null) {
      return null;
    }
    Person owner =
        people
            .find(id)
            .filter(Person::active)
            .filter(person -> person.role().may(Right.READ))
            .orElse(null);
    if (owner == null) {
      row.wrong(field, "nobody of sales, marketing or the managers has the id '%s'".formatted(id));
    }
    return owner;
  }

  private LocalDate day(FieldReader row, String field, Person owner) {
    LocalDate day = day(row.raw(field));
    if (day == null) {
      row.wrong(field, "by which day, such as 2026-12-24");
      return null;
    }
    LocalDate today = owner == null ? null : now.atZone(owner.zone()).toLocalDate();
    if (today != null && (day.isBefore(today) || day.isAfter(today.plusYears(1)))) {
      row.wrong(field, "a day from today up to a year from now");
    }
    return day;
  }

  private static LocalDate day(Object given) {
    try {
      return given instanceof Date date
          ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
          : LocalDate.parse(Objects.requireNonNullElse(given, "").toString().strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private List<String> attended() {
    Object given = values.get(ReviewMinutes.ATTENDED);
    if (given == null) {
      return List.of();
    }
    if (!(given instanceof Collection<?> ids)) {
      fields.wrong(ReviewMinutes.ATTENDED, "a list of user ids");
      return List.of();
    }
    List<String> attended = ids.stream().map(String::valueOf).distinct().toList();
    attended.stream()
        .filter(id -> people.find(id).isEmpty())
        .forEach(
            id -> fields.wrong(ReviewMinutes.ATTENDED, "nobody has the id '%s'".formatted(id)));
    if (attended.size() > MOST_PEOPLE) {
      fields.wrong(ReviewMinutes.ATTENDED, "more than %d people".formatted(MOST_PEOPLE));
    }
    return attended;
  }

  private static Map<String, Object> named(Map<?, ?> object) {
    Map<String, Object> named = new LinkedHashMap<>();
    object.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
