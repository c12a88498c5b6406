package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where the rows of each kind of file go. */
@Component
class ImportTargets {
  private final Map<ImportKind, ImportTarget> targets = new EnumMap<>(ImportKind.class);

  ImportTargets(List<ImportTarget> targets) {
    targets.forEach(target -> this.targets.put(target.kind(), target));
  }

  ImportTarget of(ImportKind kind) {
    return Objects.requireNonNull(targets.get(kind));
  }
}
