package dev.baton.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.asked.TableAnswers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers of tables that aren't deployed yet, evaluated as they will be. */
final class FeelTableAnswers implements TableAnswers {
  /** One deployment asks the same tables for many rules, and the next one most of them again. */
  private static final Cache<File, Optional<Table>> READ =
      Caffeine.newBuilder().maximumSize(60).expireAfterAccess(Duration.ofMinutes(10)).build();

  /** What a file says about one decision. */
  private record File(ByteBuffer content, String decision) {}

  @Override
  public Optional<Table> read(byte[] content, String decision) {
    return READ.get(
        new File(ByteBuffer.wrap(content), decision), file -> parse(content, file.decision()));
  }

  private static Optional<Table> parse(byte[] content, String decision) {
    return Decisions.Table.read(content, key -> 1).stream()
        .filter(each -> each.key().equals(decision) && each.decision().isDecisionTable())
        .findFirst()
        .map(table -> inputs -> answer(table, inputs));
  }

  private static Answer answer(Decisions.Table parsed, Map<String, Object> inputs) {
    try {
      List<Row> rows =
          parsed.answer(inputs).stream().map(row -> new Row(row.id(), row.outputs())).toList();
      return new Answer(null, null, rows);
    } catch (DecisionFailure failure) {
      return new Answer(failure.why(), failure.row().orElse(null), List.of());
    }
  }
}
