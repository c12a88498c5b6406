package dev.baton.engine.asked;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ShippedModels;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Tables as they would be in force together: proposed ones, deployed ones, and what ships. */
record TablesTogether(ShippedModels models, ModelLookup lookup, TableAnswers answers) {

  Optional<Element> xml(String table) {
    return lookup
        .model(ModelKind.DECISION, table)
        .or(() -> models.find(ModelKind.DECISION, table).map(ShippedModels.Model::xml))
        .flatMap(model -> model.all("decisionTable").findFirst());
  }

  Map<String, Object> first(String table, Map<String, Object> question) {
    return table(table)
        .map(each -> each.ask(new HashMap<>(question)).rows())
        .flatMap(rows -> rows.stream().findFirst())
        .map(TableAnswers.Row::outputs)
        .orElse(Map.of());
  }

  Optional<TableAnswers.Table> table(String id) {
    return lookup
        .content(ModelKind.DECISION, id)
        .or(() -> models.find(ModelKind.DECISION, id).map(ShippedModels.Model::content))
        .flatMap(content -> answers.read(content, id));
  }
}
