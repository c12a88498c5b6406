package dev.baton.change.definition;

import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Who owns a lead, and who is asked what. */
final class OwnerSentences {
  private static final Map<String, String> OWNERS =
      Map.of(
          "dealOwner", "the owner of that deal or customer",
          "accountOwner", "the owner of that account",
          "colleagueOwner", "the rep who works with that company");

  private OwnerSentences() {}

  static List<String> of(DefinitionTables tables, String process) {
    List<String> sentences = new ArrayList<>(questions(tables, process));
    Map<String, List<String>> byOwner = new LinkedHashMap<>();
    for (ReadTable.Row row : tables.rows("lead-routing")) {
      byOwner
          .computeIfAbsent(owner(row), any -> new ArrayList<>())
          .add(row.note().isEmpty() ? row.table().when(row.row()) : row.note());
    }
    byOwner.forEach(
        (owner, cases) ->
            sentences.add(
                "A lead goes to %s in %s: %s."
                    .formatted(
                        owner,
                        cases.size() == 1 ? "this case" : "these cases",
                        String.join("; ", cases))));
    if (byOwner.size() > 1) {
      sentences.add("Of these cases the first that fits counts.");
    }
    return sentences;
  }

  private static String owner(ReadTable.Row row) {
    String owner = row.out("owner");
    if (!owner.isEmpty()) {
      return OWNERS.getOrDefault(owner, row.text("owner"));
    }
    String team = row.text("team");
    return team.equals("default") ? "the sales team, in fair turns," : "the team " + team;
  }

  private static List<String> questions(DefinitionTables tables, String process) {
    return tables.process(process).stream()
        .flatMap(xml -> xml.all("userTask"))
        .map(OwnerSentences::question)
        .toList();
  }

  private static String question(Element task) {
    String name =
        ModelXml.attribute(task, "name").orElseGet(() -> ModelXml.id(task)).replaceAll("\\s+", " ");
    String says =
        ModelXml.children(task, "documentation").findFirst().map(ModelXml::text).orElse("");
    String whom =
        Stream.of("assignee", "candidateUsers", "candidateGroups")
            .flatMap(kind -> ModelXml.attribute(task, kind).stream())
            .findFirst()
            .map(OwnerSentences::whom)
            .orElse("whoever takes it");
    return "%s is asked of %s%s"
        .formatted(CellWords.quoted(name), whom, says.isEmpty() ? "." : ": " + says);
  }

  private static String whom(String expression) {
    return switch (expression) {
      case "${owner}" -> "the lead's owner";
      case "${team}" -> "the owner's team";
      default -> "'%s'".formatted(expression);
    };
  }
}
