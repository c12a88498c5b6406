package dev.baton.review.minutes;

import dev.baton.input.FieldReader;
import dev.baton.input.FlatJson;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reader of the decisions of a review, from a list or from the rows of a form. */
final class DecisionDraftReader {
  private static final int MOST_DECISIONS = 30;
  private static final int LONGEST_DECISION = ReviewSchema.WHAT.longest();
  private static final int LONGEST_ID = ReviewSchema.OWNER.longest();

  private final Map<String, Object> values;
  private final FieldReader fields;
  private final Set<String> points;
  private final People people;
  private final Instant now;

  DecisionDraftReader(
      Map<String, Object> values,
      FieldReader fields,
      Set<String> points,
      People people,
      Instant now) {
    this.values = values;
    this.fields = fields;
    this.points = points;
    this.people = people;
    this.now = now;
  }

  List<ReviewMinutes.Draft> read() {
    Object given = values.get(ReviewMinutes.DECISIONS);
    if (given != null && !(given instanceof Collection)) {
      fields.wrong(ReviewMinutes.DECISIONS, "a list of {what, owner, dueOn}");
      return List.of();
    }
    List<Optional<ReviewMinutes.Draft>> drafts = new ArrayList<>();
    int place = 0;
    for (Object row : given == null ? List.of() : (Collection<?>) given) {
      String name = ReviewMinutes.DECISIONS + "[" + place++ + "]";
      if (row instanceof Map<?, ?> map) {
        drafts.add(decision(fields.inside(name + ".", FlatJson.of(map)), ""));
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
    return drafts.stream().flatMap(Optional::stream).toList();
  }

  /** Empty when something is wrong with it. */
  private Optional<ReviewMinutes.Draft> decision(FieldReader row, String number) {
    int errors = row.errors().size();
    String point = row.text("point" + number, LONGEST_ID);
    if (point != null && !points.contains(point)) {
      row.wrong("point" + number, notOnTheAgenda(points));
    }
    String what = row.requiredText("what" + number, "say what is to be done", LONGEST_DECISION);
    Optional<Person> owner = owner(row, "owner" + number);
    Optional<LocalDate> dueOn = day(row, "dueOn" + number, owner);
    return what == null || owner.isEmpty() || dueOn.isEmpty() || row.errors().size() > errors
        ? Optional.empty()
        : Optional.of(new ReviewMinutes.Draft(point, what, owner.get(), dueOn.get()));
  }

  static String notOnTheAgenda(Set<String> points) {
    return "not on the agenda, which has " + String.join(", ", points);
  }

  private Optional<Person> owner(FieldReader row, String field) {
    String id = row.requiredText(field, "say who does it", LONGEST_ID);
    if (id == null) {
      return Optional.empty();
    }
    Optional<Person> owner =
        people.find(id).filter(Person::active).filter(person -> person.role().may(Right.READ));
    if (owner.isEmpty()) {
      row.wrong(field, "nobody of sales, marketing or the managers has the id '%s'".formatted(id));
    }
    return owner;
  }

  private Optional<LocalDate> day(FieldReader row, String field, Optional<Person> owner) {
    Optional<LocalDate> day = day(row.raw(field));
    if (day.isEmpty()) {
      row.wrong(field, "by which day, such as 2026-12-24");
    } else if (owner.filter(person -> !isWithinAYear(day.get(), person)).isPresent()) {
      row.wrong(field, "a day from today up to a year from now");
    }
    return day;
  }

  private boolean isWithinAYear(LocalDate day, Person owner) {
    LocalDate today = now.atZone(owner.zone()).toLocalDate();
    return !day.isBefore(today) && !day.isAfter(today.plusYears(1));
  }

  private static Optional<LocalDate> day(@Nullable Object given) {
    try {
      return Optional.of(
          given instanceof Date date
              ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
              : LocalDate.parse(Objects.requireNonNullElse(given, "").toString().strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
