package dev.baton.alert.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of figures and, where it can be drawn, its picture.
 *
 * @param name unique within the mail
 * @param says sentences above the table
 * @param columns the first stands over the rows' labels
 * @param alt what the picture shows, for whom it says nothing
 * @param picture a PNG
 */
@SuppressWarnings("ArrayRecordComponent") // goes into a mail; nobody compares two
public record MailEnclosure(
    String name,
    String title,
    String about,
    List<String> says,
    List<String> columns,
    List<List<String>> rows,
    String alt,
    byte @Nullable [] picture) {

  /** The reference of its picture within the mail. */
  public String cid() {
    return name + "@baton";
  }

  String text() {
    List<String> lines = new ArrayList<>(List.of(title, about));
    lines.addAll(says);
    rows.forEach(
        row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i < row.size(); i++) {
            cells.add(columns.get(i) + " " + row.get(i));
          }
          lines.add("- " + row.get(0) + ": " + String.join(", ", cells));
        });
    return String.join("\n", lines);
  }
}
