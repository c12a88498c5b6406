package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.names.KnownStaff;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/** Whom the routing names exists: a lead isn't led to somebody who never gets it. */
class NamedStaffRule implements ModelRule {
  private static final String ROUTING = "lead-routing";
  private static final Map<String, Function<KnownStaff, Set<String>>> COLUMNS =
      Map.of("owner", KnownStaff::owners, "team", KnownStaff::teams);

  private final ShippedModels models;
  private final Supplier<List<KnownStaff>> staff;

  NamedStaffRule(ShippedModels models, Supplier<List<KnownStaff>> staff) {
    this.models = models;
    this.staff = staff;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("decision")
        .filter(decision -> ModelXml.id(decision).equals(ROUTING))
        .forEach(decision -> COLUMNS.forEach((name, known) -> check(decision, name, findings)));
  }

  private void check(Element decision, String column, Findings findings) {
    Function<KnownStaff, Set<String>> kind = COLUMNS.getOrDefault(column, each -> Set.of());
    Set<String> known = new TreeSet<>();
    staff.get().forEach(each -> known.addAll(kind.apply(each)));
    Set<String> ours = new HashSet<>();
    models
        .find(ModelKind.DECISION, ROUTING)
        .ifPresent(
            shipped -> {
              Element root = shipped.xml().document().getDocumentElement();
              rows(root).forEach(row -> ours.add(word(root, row, column)));
            });
    rows(decision)
        .forEach(
            row -> {
              String word = word(decision, row, column);
              if (!word.isEmpty() && !known.contains(word) && !ours.contains(word)) {
                findings.add(
                    row,
                    "names the %s \"%s\", whom nobody knows; there are: %s",
                    column,
                    word,
                    String.join(", ", known));
              }
            });
  }

  private static List<Element> rows(Element within) {
    return ModelXml.all(within, "rule").toList();
  }

  /** What a cell says in quotes; empty where it says nothing or computes it. */
  private static String word(Element within, Element row, String column) {
    List<String> columns =
        ModelXml.all(within, "output").map(each -> attribute(each, "name").orElse("")).toList();
    int at = columns.indexOf(column);
    return at < 0
        ? ""
        : children(row, "outputEntry")
            .skip(at)
            .findFirst()
            .map(ModelXml::cell)
            .filter(text -> text.matches("\"[^\"]+\""))
            .map(text -> text.substring(1, text.length() - 1))
            .orElse("");
  }
}
