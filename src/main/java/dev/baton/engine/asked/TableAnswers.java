package dev.baton.engine.asked;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a decision table answers in this application; whoever evaluates tables tells the gate. */
public interface TableAnswers {
  /**
   * Reads one decision of a file.
   *
   * @return the decision, empty where it is no table
   * @throws RuntimeException when nobody can read the file
   */
  Optional<Table> read(byte[] content, String decision);

  /** A table that can be asked. */
  interface Table {
    Answer ask(Map<String, Object> inputs);
  }

  /**
   * What it says.
   *
   * @param failure why it can't answer, as the end of a sentence; null when it can
   * @param failing the id of the row that is to blame, or null
   */
  record Answer(@Nullable String failure, @Nullable String failing, List<Row> rows) {}

  /** A row that matched. */
  record Row(@Nullable String id, Map<String, Object> outputs) {}
}
