package dev.baton;

import dev.baton.privacy.HeldTable;
import dev.baton.privacy.PersonalData;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The record of processing is made of what the tables declare. */
class PersonalDataPageTest {

  @Test
  void the_page_says_what_the_declarations_say() {
    StringBuilder page =
        new StringBuilder(
            """
            # Personal data

            What is held of persons, table by table, and what an erasure does with it: the part of a record of
            processing activities that the application knows. Made by `PersonalDataPageTest` of
            `personal-data.yaml`, which erasure and export follow; a table or a column of text that isn't
            declared there fails `PersonalDataTest`.

            | table | holds | of a person | at an erasure |
            |---|---|---|---|
            """);
    new TreeMap<>(new PersonalData().tables())
        .forEach((name, table) -> page.append(row(name, table)));
    Generated.isAsMade(Path.of("docs/personal-data.md"), page.toString());
  }

  private static String row(String name, HeldTable table) {
    return "| `%s` | %s | %s | %s |%n"
        .formatted(name, table.holds(), isOfAPerson(table) ? "yes" : "–", becomes(table));
  }

  private static boolean isOfAPerson(HeldTable table) {
    return table.rows() != null || "erased".equals(table.engine());
  }

  private static String becomes(HeldTable table) {
    if ("erased".equals(table.engine())) {
      return "goes with the instances";
    }
    if (table.deleted()) {
      return "rows are deleted";
    }
    String emptied =
        table.emptied().isEmpty()
            ? "stays"
            : "emptied: " + String.join(", ", new TreeMap<>(Map.copyOf(table.emptied())).keySet());
    return table.searched().isEmpty()
        ? emptied
        : emptied + "; names replaced in: " + String.join(", ", table.searched());
  }
}
