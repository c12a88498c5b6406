package dev.baton.demo.crm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records of a simulated CRM, by type and id, and which belong together. */
public final class SimulatedRecords {
  /** Before the type of what was deleted and can still be asked for. */
  static final String DELETED = "Deleted";

  private static final String MERGED = "hs_merged_object_ids";
  private static final String CONVERSIONS = "conversions";

  private final Map<String, Map<String, SimulatedRecord>> byType = new TreeMap<>();
  private final Map<String, Set<String>> together = new TreeMap<>();
  private final AtomicLong numbers = new AtomicLong(100);

  /** A record with its values; when they were last changed, and how often. */
  public static final class SimulatedRecord {
    private final String id;
    private final Map<String, String> values = new TreeMap<>();
    private Instant changedAt = Instant.EPOCH;
    private int changes;

    SimulatedRecord(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }

    public Map<String, String> values() {
      return Map.copyOf(values);
    }

    public String value(String name) {
      return values.getOrDefault(name, "");
    }

    public Instant changedAt() {
      return changedAt;
    }

    public int changes() {
      return changes;
    }

    void set(Map<String, String> others, Instant at) {
      values.putAll(others);
      values.values().removeIf(String::isEmpty);
      changedAt = at;
      changes++;
    }
  }

  /** As somebody there would. */
  public synchronized SimulatedRecord add(String type, Map<String, String> values, Instant at) {
    SimulatedRecord record = new SimulatedRecord(String.valueOf(numbers.incrementAndGet()));
    record.set(values, at);
    of(type).put(record.id(), record);
    return record;
  }

  synchronized List<String> types() {
    return List.copyOf(byType.keySet());
  }

  /** All of a type, such as {@code contacts}, the oldest first. */
  public synchronized List<SimulatedRecord> all(String type) {
    return List.copyOf(of(type).values());
  }

  /** By its id, or the value of another property. */
  public synchronized Optional<SimulatedRecord> find(String type, String property, String value) {
    return property.equals("id") && !type.equals(CONVERSIONS)
        ? Optional.ofNullable(of(type).get(value))
        : of(type).values().stream()
            .filter(record -> record.value(property).equalsIgnoreCase(value))
            .findFirst();
  }

  /** As somebody there would change it. */
  public synchronized void change(String type, String id, Map<String, String> values, Instant at) {
    SimulatedRecord record = of(type).get(id);
    if (record == null) {
      throw new IllegalArgumentException("There is no %s of %s".formatted(id, type));
    }
    record.set(values, at);
  }

  /** One for each value of a property; the same again changes it. */
  synchronized void put(String type, String unique, Map<String, String> values, Instant at) {
    Optional<SimulatedRecord> known = find(type, unique, String.valueOf(values.get(unique)));
    if (known.isPresent()) {
      known.get().set(values, at);
    } else {
      add(type, values, at);
    }
  }

  synchronized void remove(String type, String property, String value) {
    of(type).values().removeIf(record -> record.value(property).equals(value));
  }

  synchronized void remove(String type, String id) {
    of(type).remove(id);
    for (String other : together.getOrDefault(type + "/" + id, Set.of())) {
      if (other.startsWith("notes/")) {
        of("notes").remove(other.substring("notes/".length()));
      }
    }
  }

  synchronized void associate(String contact, String type, String id) {
    together.computeIfAbsent("contacts/" + contact, key -> new TreeSet<>()).add(type + "/" + id);
  }

  /** The ids of what belongs to a contact. */
  public synchronized List<String> associated(String contact, String type) {
    return together.getOrDefault("contacts/" + contact, Set.of()).stream()
        .filter(other -> other.startsWith(type + "/"))
        .map(other -> other.substring(type.length() + 1))
        .toList();
  }

  /** Two contacts become one, as somebody there would merge them. */
  public synchronized void merge(String into, String other, Instant at) {
    SimulatedRecord winner = of("contacts").get(into);
    SimulatedRecord loser = of("contacts").remove(other);
    if (winner != null && loser != null) {
      Map<String, String> missing = new LinkedHashMap<>(loser.values);
      missing.keySet().removeAll(winner.values.keySet());
      missing.put(
          MERGED,
          Stream.of(winner.value(MERGED), loser.value(MERGED), other)
              .filter(ids -> !ids.isEmpty())
              .collect(Collectors.joining(";")));
      winner.set(missing, at);
      together
          .computeIfAbsent("contacts/" + into, key -> new TreeSet<>())
          .addAll(together.getOrDefault("contacts/" + other, Set.of()));
    }
  }

  /** As Salesforce merges: who goes is deleted there, and names who stays. */
  public synchronized void mergeDeleting(String type, String into, String other, Instant at) {
    SimulatedRecord winner = of(type).get(into);
    SimulatedRecord loser = of(type).remove(other);
    if (winner != null && loser != null) {
      Map<String, String> missing = new LinkedHashMap<>(loser.values);
      missing.keySet().removeAll(winner.values.keySet());
      winner.set(missing, at);
      loser.set(Map.of("MasterRecordId", into), at);
      of(DELETED + type).put(other, loser);
    }
  }

  synchronized List<SimulatedRecord> changedSince(String type, Instant since) {
    List<SimulatedRecord> changed = new ArrayList<>(of(type).values());
    changed.removeIf(record -> record.changedAt().isBefore(since));
    changed.sort(Comparator.comparing(SimulatedRecord::changedAt));
    return changed;
  }

  private Map<String, SimulatedRecord> of(String type) {
    return byType.computeIfAbsent(type, key -> new LinkedHashMap<>());
  }
}
