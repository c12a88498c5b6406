package dev.baton.change.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Differences between two forms, field by field; a field is known by its key. */
final class FormDiff {
  private static final String CHOICES = "values";

  private final String file;
  private final List<Difference> differences = new ArrayList<>();

  FormDiff(String file) {
    this.file = file;
  }

  List<Difference> between(JsonNode before, JsonNode after) {
    Map<String, JsonNode> old = fields(before);
    Map<String, JsonNode> now = fields(after);
    now.forEach(
        (key, field) -> {
          if (!old.containsKey(key)) {
            differences.add(
                Difference.added(
                    file, key, label(field), "Field '%s' added".formatted(label(field))));
          }
        });
    old.forEach(
        (key, field) -> {
          if (now.containsKey(key)) {
            changed(key, field, now.get(key));
          } else {
            differences.add(
                Difference.removed(
                    file, key, label(field), "Field '%s' removed".formatted(label(field))));
          }
        });
    return differences;
  }

  private static Map<String, JsonNode> fields(JsonNode form) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    form.path("components")
        .forEach(field -> fields.put(field.path("key").asText(field.path("id").asText()), field));
    return fields;
  }

  private static String label(JsonNode field) {
    return field.path("label").asText(field.path("text").asText(field.path("key").asText()));
  }

  private void changed(String key, JsonNode before, JsonNode after) {
    Map<String, String> old = new TreeMap<>();
    Map<String, String> now = new TreeMap<>();
    Map<String, String> choices = choices(before);
    Map<String, String> choicesNow = choices(after);
    choicesNow.forEach((value, label) -> choice(key, after, value, choices.get(value), label));
    choices.forEach(
        (value, label) -> {
          if (!choicesNow.containsKey(value)) {
            choice(key, after, value, label, null);
          }
        });
    collect(before, "", old);
    collect(after, "", now);
    differences.addAll(
        Difference.ofProperties(file, key, "Field '%s'".formatted(label(after)), old, now));
  }

  /** A choice is known by its value, wherever it stands in the list. */
  private static Map<String, String> choices(JsonNode field) {
    Map<String, String> choices = new LinkedHashMap<>();
    field
        .path(CHOICES)
        .forEach(
            choice -> choices.put(choice.path("value").asText(), choice.path("label").asText()));
    return choices;
  }

  private void choice(
      String key, JsonNode field, String value, @Nullable String before, @Nullable String now) {
    String what = "Field '%s': choice '%s'".formatted(label(field), now == null ? before : now);
    if (before == null) {
      differences.add(Difference.added(file, key, value, what + " added"));
    } else if (now == null) {
      differences.add(Difference.removed(file, key, value, what + " removed"));
    } else if (!before.equals(now)) {
      differences.addAll(
          Difference.ofProperties(
              file,
              key,
              "Field '%s'".formatted(label(field)),
              Map.of("choice " + value, before),
              Map.of("choice " + value, now)));
    }
  }

  private static void collect(JsonNode node, String path, Map<String, String> into) {
    if (node.isValueNode()) {
      into.put(path, node.asText());
    }
    node.properties()
        .forEach(
            property -> {
              if (!Set.of("id", "layout", CHOICES).contains(property.getKey())) {
                collect(
                    property.getValue(),
                    path.isEmpty() ? property.getKey() : path + " " + property.getKey(),
                    into);
              }
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), "%s %d".formatted(path, i + 1), into);
    }
  }
}
