package dev.baton.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.deploy.ModelHashes;
import dev.baton.engine.feel.CachingFeelEngineFactory;
import dev.baton.engine.feel.CompiledTable;
import io.micrometer.core.instrument.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Evaluates the latest deployed version of a decision table by its id, outside the engine's
 * recorded decision history: our own facts are the record, and recording costs a hundred times the
 * decision.
 */
@Component
public class Decisions {

  /**
   * A parsed table and which version of it this is.
   *
   * @param answers to what it was asked of late: a version answers the same question the same
   */
  record Table(
      int version,
      DmnDecision decision,
      DmnEngine dmn,
      Optional<CompiledTable> compiled,
      Cache<Map<String, Object>, List<DecisionRow>> answers) {
    private static final int REMEMBERED = 2_000;

    static Table of(int version, DmnDecision decision, DmnEngine dmn) {
      return new Table(
          version,
          decision,
          dmn,
          CompiledTable.of(dmn, decision),
          Caffeine.newBuilder().maximumSize(REMEMBERED).build());
    }

    /** The decisions of a file, each as a version. */
    static List<Table> read(byte[] content, ToIntFunction<String> version) {
      return FAST.parseDecisions(new ByteArrayInputStream(content)).stream()
          .map(decision -> of(version.applyAsInt(decision.getKey()), decision, FAST))
          .toList();
    }

    String key() {
      return decision.getKey();
    }

    boolean asks(String input) {
      return decision.getDecisionLogic() instanceof DmnDecisionTableImpl table
          && table.getInputs().stream()
              .anyMatch(column -> names(column.getExpression().getExpression(), input));
    }

    private static boolean names(@Nullable String expression, String input) {
      return expression != null && expression.contains(input);
    }

    List<DecisionRow> answer(Map<String, Object> inputs) {
      List<DecisionRow> known = answers.getIfPresent(inputs);
      if (known != null) {
        return known;
      }
      List<DecisionRow> answer =
          Objects.requireNonNull(
              Metrics.timer("baton.decision", "table", decision.getKey())
                  .record(() -> new TableQuestion(this, inputs).answer()));
      answers.put(new HashMap<>(inputs), answer);
      return answer;
    }
  }

  /** One for all: it remembers texts of cells, whatever table they are in. */
  static final DmnEngine FAST = fast();

  private final Supplier<DecisionSnapshot> inForce;

  @Autowired
  public Decisions(ProcessEngine engine) {
    this.inForce = new DeployedTables(engine)::inForce;
  }

  Decisions(Function<String, Table> latest) {
    this.inForce = () -> new DecisionSnapshot(latest, () -> ModelHashes.NONE);
  }

  /**
   * Evaluates a table.
   *
   * @return one map of outputs a matched rule, in the table's order; empty when none matched
   * @throws DecisionFailure when it doesn't answer, or no such table is deployed
   */
  public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
    return inForce().evaluate(table, inputs);
  }

  /** The same as rows, whose outputs have types. */
  public List<DecisionRow> rows(String table, Map<String, Object> inputs) {
    return inForce().rows(table, inputs);
  }

  /**
   * The first row that answers.
   *
   * @throws DecisionFailure when none does: an answer is owed
   */
  public DecisionRow row(String table, Map<String, Object> inputs) {
    return inForce().row(table, inputs);
  }

  /**
   * The rows of a table as it ships, which a company's own version of it may lack; of one that asks
   * for nothing.
   */
  public static List<DecisionRow> shippedRows(String table) {
    try (InputStream file =
        Objects.requireNonNull(Decisions.class.getResourceAsStream("/dmn/" + table + ".dmn"))) {
      return rowsOf(file.readAllBytes()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the one table of a file, which asks for nothing; empty where it can't be read. */
  public static Optional<List<DecisionRow>> rowsOf(byte[] content) {
    try {
      return Table.read(content, key -> 0).stream()
          .findFirst()
          .map(table -> table.answer(Map.of()));
    } catch (DmnEngineException | DecisionFailure unreadable) {
      return Optional.empty();
    }
  }

  /** The version of a table that is in force. */
  public int version(String table) {
    return inForce().version(table);
  }

  /**
   * The tables in force now, for one judgement of many questions; one transaction judges by one
   * look at them.
   */
  public DecisionSnapshot inForce() {
    return inForce.get();
  }

  /** Tables speak FEEL only: an expression or script language could run code in the JVM. */
  private static DmnEngine fast() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(new CachingFeelEngineFactory());
    configuration.getCustomPostDecisionTableEvaluationListeners().add(TableQuestion::evaluated);
    configuration.setScriptEngineResolver(language -> null);
    configuration.setElProvider(
        expression -> {
          throw new IllegalStateException("Decision tables speak FEEL only: " + expression);
        });
    return configuration.buildEngine();
  }
}
