package dev.baton.alert.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the published schema of Adaptive Cards 1.5 for what we use of it, none looser:
 * required properties, types and words, and no property that the schema doesn't know.
 */
final class AdaptiveCards {
  private static final Set<String> TEXTS =
      Set.of("type", "text", "$schema", "version", "title", "url");
  private static final Set<String> SPACING =
      Set.of("default", "none", "small", "medium", "large", "extraLarge", "padding");
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "spacing", SPACING,
          "size", Set.of("default", "small", "medium", "large", "extraLarge"),
          "weight", Set.of("default", "lighter", "bolder"));
  private static final Set<String> FLAGS = Set.of("wrap", "isSubtle", "separator");

  /** Of each type what it must have and what it may have. */
  private static final Map<String, Rule> RULES =
      Map.of(
          "AdaptiveCard",
          new Rule(Set.of("type", "version"), Set.of("$schema", "body", "actions")),
          "TextBlock",
          new Rule(
              Set.of("type", "text"),
              Set.of("wrap", "size", "weight", "isSubtle", "spacing", "separator")),
          "RichTextBlock",
          new Rule(Set.of("type", "inlines"), Set.of("spacing", "separator")),
          "TextRun",
          new Rule(Set.of("type", "text"), Set.of("size", "weight", "isSubtle")),
          "Action.OpenUrl",
          new Rule(Set.of("type", "url"), Set.of("title")));

  /** What stands in which list. */
  private static final Map<String, Set<String>> LISTS =
      Map.of(
          "body", Set.of("TextBlock", "RichTextBlock"),
          "inlines", Set.of("TextRun"),
          "actions", Set.of("Action.OpenUrl"));

  private record Rule(Set<String> must, Set<String> may) {}

  private AdaptiveCards() {}

  /** What is wrong with a card, in words. */
  static List<String> findings(JsonNode card) {
    List<String> findings = new ArrayList<>();
    check(card, Set.of("AdaptiveCard"), "card", findings);
    if (!card.at("/version").asText().matches("1\\.[0-5]")) {
      findings.add("version " + card.at("/version"));
    }
    return findings;
  }

  private static void check(JsonNode node, Set<String> types, String where, List<String> findings) {
    String type = node.at("/type").asText();
    if (!types.contains(type)) {
      findings.add("%s: %s is none of %s".formatted(where, node.at("/type"), types));
      return;
    }
    Rule rule = RULES.get(type);
    rule.must().stream()
        .filter(property -> !node.has(property))
        .forEach(property -> findings.add("%s: %s is missing".formatted(where, property)));
    node.properties()
        .forEach(
            property -> {
              String name = property.getKey();
              String place = where + "/" + name;
              if (!rule.must().contains(name) && !rule.may().contains(name)) {
                findings.add(place + " is unknown");
              } else if (LISTS.containsKey(name)) {
                checkAll(property.getValue(), LISTS.get(name), place, findings);
              } else if (!isRight(name, property.getValue())) {
                findings.add("%s is %s".formatted(place, property.getValue()));
              }
            });
  }

  private static void checkAll(
      JsonNode list, Set<String> types, String where, List<String> findings) {
    if (!list.isArray()) {
      findings.add(where + " is no list");
    }
    for (int i = 0; i < list.size(); i++) {
      check(list.get(i), types, where + "/" + i, findings);
    }
  }

  private static boolean isRight(String name, JsonNode value) {
    if (FLAGS.contains(name)) {
      return value.isBoolean();
    }
    if (WORDS.containsKey(name)) {
      return WORDS.get(name).stream().anyMatch(word -> word.equalsIgnoreCase(value.asText()));
    }
    if (name.equals("url")) {
      return value.isTextual() && URI.create(value.asText()).isAbsolute();
    }
    return TEXTS.contains(name) && value.isTextual();
  }
}
