package dev.baton.privacy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one table holds of persons, and what an erasure does with it.
 *
 * @param holds in words
 * @param rows SQL for the rows of a person, or null where rows belong to nobody
 * @param deleted whether these rows go as a whole
 * @param emptied what a column holds afterwards, as SQL
 * @param searched columns of text about many, in which the person may be named
 * @param among SQL for the rows that are searched, or null for all
 * @param kept columns that name no lead
 * @param secret columns that name nobody and that nobody is shown
 * @param engine {@code erased} with the instances of processes, or {@code kept}; null for our own
 */
public record HeldTable(
    String holds,
    @Nullable String rows,
    boolean deleted,
    Map<String, String> emptied,
    List<String> searched,
    @Nullable String among,
    List<String> kept,
    List<String> secret,
    @Nullable String engine) {

  /** What the file doesn't name is nothing. */
  public HeldTable {
    emptied = Objects.requireNonNullElse(emptied, Map.of());
    searched = Objects.requireNonNullElse(searched, List.of());
    kept = Objects.requireNonNullElse(kept, List.of());
    secret = Objects.requireNonNullElse(secret, List.of());
  }

  /** Whether it is said what becomes of a column. */
  public boolean declares(String column) {
    return engine != null
        || deleted
        || emptied.containsKey(column)
        || Stream.of(searched, kept, secret).anyMatch(columns -> columns.contains(column));
  }
}
