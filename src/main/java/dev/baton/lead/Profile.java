package dev.baton.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a lead at an instant: the latest non-empty value of each field by the instant it
 * was true (rule R13).
 */
public record Profile(Map<String, String> values) {

  /** Folds dated values into the profile as it was known at {@code asOf}. */
  public static Profile of(List<ProfileValue> log, Instant asOf) {
    Map<String, String> latest = new TreeMap<>();
    log.stream()
        .filter(value -> !value.recordedAt().isAfter(asOf) && !value.occurredAt().isAfter(asOf))
        .sorted(
            Comparator.comparing(ProfileValue::occurredAt).thenComparing(ProfileValue::recordedAt))
        .forEach(value -> latest.put(value.field(), value.content()));
    return new Profile(latest);
  }

  public Optional<String> get(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /** Whether the lead said yes to a way, such as {@code email}, and hasn't said no since. */
  public boolean consentsTo(String way) {
    return get("consent." + way).map(Boolean::valueOf).orElse(false);
  }

  /** The number of employees, at least, or empty when unknown. */
  public Optional<Integer> companySize() {
    return get("companySize").flatMap(CompanySize::lowerBound);
  }

  /** First and last name, as far as known. */
  public Optional<String> name() {
    String name = (get("firstName").orElse("") + " " + get("lastName").orElse("")).trim();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
