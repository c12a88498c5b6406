package dev.baton.engine;

import dev.baton.engine.asked.TableAnswers;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

/** Answers of tables that aren't deployed yet, evaluated as they will be. */
final class FeelTableAnswers implements TableAnswers {
  private final DmnEngine dmn = Decisions.fast();

  @Override
  public Optional<Table> read(byte[] content, String decision) {
    return dmn.parseDecisions(new ByteArrayInputStream(content)).stream()
        .filter(each -> each.getKey().equals(decision) && each.isDecisionTable())
        .findFirst()
        .map(this::table);
  }

  private Table table(DmnDecision decision) {
    Decisions.Table parsed = Decisions.Table.of(1, decision, dmn);
    return inputs -> {
      try {
        List<Row> rows =
            new TableQuestion(dmn, parsed, inputs)
                .answer().stream().map(row -> new Row(row.id(), row.outputs())).toList();
        return new Answer(null, null, rows);
      } catch (DecisionFailure failure) {
        return new Answer(failure.why(), failure.row().orElse(null), List.of());
      }
    };
  }
}
