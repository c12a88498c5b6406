package dev.baton.review.minutes;

import dev.baton.input.FieldReader;
import dev.baton.input.FlatJson;
import dev.baton.input.TextPolicy;
import dev.baton.people.People;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reader of the minutes of a review, from the page, the API or the rows of a form. */
public final class MinutesReader {
  private static final int MOST_PEOPLE = 50;

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
        new ReviewMinutes(
            notes(),
            new DecisionDraftReader(values, fields, points, people, now).read(),
            attended(),
            fields.text(ReviewMinutes.SUMMARY));
    fields.check();
    return minutes;
  }

  private Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    Object given = values.get(ReviewMinutes.NOTES);
    if (given != null && !(given instanceof Map)) {
      fields.wrong(ReviewMinutes.NOTES, "an object with a text for each point");
    } else if (given instanceof Map<?, ?> map) {
      FieldReader reader = fields.inside(ReviewMinutes.NOTES + ".", FlatJson.of(map));
      FlatJson.of(map).keySet().forEach(point -> note(reader, point, notes));
    }
    return notes;
  }

  private void note(FieldReader reader, String point, Map<String, String> notes) {
    if (!points.contains(point)) {
      reader.wrong(point, DecisionDraftReader.notOnTheAgenda(points));
    }
    String text = reader.text(point);
    if (text != null) {
      notes.put(point, text);
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
        .filter(id -> TextPolicy.objection(id, 64).isPresent() || people.find(id).isEmpty())
        .forEach(
            id -> fields.wrong(ReviewMinutes.ATTENDED, "nobody has the id '%s'".formatted(id)));
    if (attended.size() > MOST_PEOPLE) {
      fields.wrong(ReviewMinutes.ATTENDED, "more than %d people".formatted(MOST_PEOPLE));
    }
    return attended;
  }
}
