package dev.baton.connect.crm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which side owns which field, and what one CRM calls it: the table {@code crm-fields.txt}. */
final class CrmFields {
  private static final List<String> SYSTEMS = List.of("hubspot", "salesforce");
  private static final String VALUE = "value";
  private static final String NONE = "-";
  private static final int FIRST_SYSTEM = 3;

  private final List<CrmField> fields = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  private final String system;

  CrmFields(String system) {
    this.system = system;
    int column = FIRST_SYSTEM + SYSTEMS.indexOf(system);
    for (String line : lines()) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells[0].equals(VALUE)) {
        values.put(cells[1] + "=" + cells[2], cells[column]);
      } else if (!cells[column].equals(NONE)) {
        fields.add(
            new CrmField(
                CrmObject.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                cells[1],
                CrmField.Side.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[column]));
      }
    }
  }

  private static List<String> lines() {
    try (InputStream table = CrmFields.class.getResourceAsStream("/crm-fields.txt")) {
      if (table == null) {
        throw new IllegalStateException("The table of fields is in the jar");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What people call the CRM. */
  String title() {
    return system.equals("hubspot") ? "HubSpot" : "Salesforce";
  }

  List<CrmField> of(CrmObject object) {
    return fields.stream().filter(field -> field.object() == object).toList();
  }

  List<String> names(CrmObject object) {
    return of(object).stream().map(CrmField::there).distinct().toList();
  }

  String name(CrmObject object, String field) {
    return of(object).stream()
        .filter(one -> one.name().equals(field))
        .map(CrmField::there)
        .findFirst()
        .orElseThrow();
  }

  /** As {@link #name}, or another one where the CRM has none. */
  String nameOr(CrmObject object, String field, String otherwise) {
    return of(object).stream()
        .filter(one -> one.name().equals(field))
        .map(CrmField::there)
        .findFirst()
        .orElse(otherwise);
  }

  /** Our fields as the CRM calls them and their values; what has no word there is left out. */
  Map<String, String> there(CrmObject object, Map<String, String> ours) {
    Map<String, String> there = new LinkedHashMap<>();
    for (CrmField field : of(object)) {
      String value = ours.get(field.name());
      if (value != null) {
        there.put(field.there(), value(object, field.name(), value));
      }
    }
    return there;
  }

  private String value(CrmObject object, String field, String word) {
    return values.getOrDefault("%s.%s=%s".formatted(object.word(), field, word), word);
  }

  /** Our word for one of several that mean it there. */
  Optional<String> anyWord(CrmObject object, String field, String there) {
    String of = "%s.%s=".formatted(object.word(), field);
    return values.entrySet().stream()
        .filter(each -> each.getKey().startsWith(of))
        .filter(
            each ->
                Arrays.stream(each.getValue().split("\\s*;\\s*", -1))
                    .anyMatch(there.strip()::equalsIgnoreCase))
        .map(each -> each.getKey().substring(of.length()))
        .findFirst();
  }

  /** Our word for what stands there. */
  Optional<String> word(CrmObject object, String field, @Nullable String there) {
    String of = "%s.%s=".formatted(object.word(), field);
    return values.entrySet().stream()
        .filter(each -> each.getKey().startsWith(of) && each.getValue().equals(there))
        .map(each -> each.getKey().substring(of.length()))
        .findFirst();
  }
}
