package dev.baton.engine;

import dev.baton.engine.deploy.ModelHashes;
import dev.baton.input.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decision tables as they were in force at any instant, and as they would be with proposed ones.
 * For one thread.
 */
public final class TableVersions {
  /** One version of a table. */
  record Version(String key, String id, int number, Instant deployedAt) {}

  private final Map<String, List<Version>> byKey;
  private final TreeSet<Instant> deployments;
  private final Function<Version, Decisions.Table> parser;
  private final Map<String, Decisions.Table> parsed = new HashMap<>();
  private final Map<Instant, DecisionSnapshot> snapshots = new HashMap<>();

  TableVersions(List<Version> all, Function<Version, Decisions.Table> parser) {
    this.byKey =
        all.stream()
            .sorted(Comparator.comparing(Version::number))
            .collect(Collectors.groupingBy(Version::key));
    this.deployments =
        all.stream().map(Version::deployedAt).collect(Collectors.toCollection(TreeSet::new));
    this.parser = parser;
  }

  /** The tables in force at an instant; the first version of each has been since ever. */
  public DecisionSnapshot inForce(Instant at) {
    Instant since = deployments.floor(at);
    return snapshots.computeIfAbsent(
        since == null ? Instant.MIN : since,
        from -> new DecisionSnapshot(key -> table(version(key, from)), () -> ModelHashes.NONE));
  }

  /**
   * The tables in force now, with proposed ones in place of their own.
   *
   * @param files content by file name
   * @throws InvalidInput when one can't be read as decision tables
   */
  public DecisionSnapshot with(Map<String, String> files) {
    Map<String, Decisions.Table> proposed = new HashMap<>();
    new TreeMap<>(files)
        .forEach(
            (name, content) ->
                read(name, content).forEach(table -> proposed.put(table.key(), table)));
    return new DecisionSnapshot(
        key -> {
          Decisions.Table table = proposed.get(key);
          return table != null ? table : table(version(key, Instant.MAX));
        },
        () -> ModelHashes.NONE);
  }

  private List<Decisions.Table> read(String name, String content) {
    try {
      return Decisions.Table.read(content.getBytes(StandardCharsets.UTF_8), this::next);
    } catch (RuntimeException unreadable) {
      throw InvalidInput.at(name, "can't be read as decision tables: " + unreadable.getMessage());
    }
  }

  private int next(String key) {
    return byKey.getOrDefault(key, List.of()).stream().mapToInt(Version::number).max().orElse(0)
        + 1;
  }

  private Version version(String key, Instant at) {
    List<Version> versions = byKey.get(key);
    if (versions == null) {
      throw DeployedTables.notDeployed(key);
    }
    return versions.stream()
        .filter(version -> !version.deployedAt().isAfter(at))
        .reduce((earlier, later) -> later)
        .orElse(versions.get(0));
  }

  private Decisions.Table table(Version version) {
    return parsed.computeIfAbsent(version.id(), id -> parser.apply(version));
  }
}
