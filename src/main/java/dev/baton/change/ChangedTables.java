package dev.baton.change;

import dev.baton.change.backtest.CandidateTables;
import dev.baton.change.shadow.ProposedTables;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decision tables that changes bring along. */
@Component
class ChangedTables implements ProposedTables {
  private final ModelChanges changes;

  ChangedTables(ModelChanges changes) {
    this.changes = changes;
  }

  @Override
  public CandidateTables of(long changeId) {
    return new CandidateTables(
        changes.files(changeId).stream()
            .filter(ChangedFile::isTable)
            .collect(Collectors.toMap(ChangedFile::name, ChangedFile::content)));
  }
}
