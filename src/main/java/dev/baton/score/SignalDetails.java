package dev.baton.score;

import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the signals of a lead tell beside their types, without those that no person meant. */
public final class SignalDetails {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,59}");

  private SignalDetails() {}

  /** The first source that one of them names. */
  public static Optional<String> source(List<Signal> signals) {
    return counted(signals)
        .flatMap(signal -> Optional.ofNullable(signal.origin().source()).stream())
        .findFirst();
  }

  /** The latest value of each property: a number where it reads like one, else a text. */
  public static Map<String, Object> properties(List<Signal> signals) {
    Map<String, Object> latest = new TreeMap<>();
    counted(signals)
        .forEach(
            signal ->
                signal
                    .properties()
                    .forEach(
                        (name, value) -> {
                          if (value != null && NAME.matcher(name).matches()) {
                            read(value).ifPresent(read -> latest.put(name, read));
                          }
                        }));
    return latest;
  }

  private static Stream<Signal> counted(List<Signal> signals) {
    Set<String> flagged = SignalScreening.flags(signals).keySet();
    return signals.stream()
        .filter(signal -> !flagged.contains(signal.id()))
        .sorted(Comparator.comparing(Signal::occurredAt).thenComparing(Signal::id));
  }

  private static Optional<Object> read(Object value) {
    if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
      return Optional.empty();
    }
    String text = value.toString().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(NUMBER.matcher(text).matches() ? new BigDecimal(text) : text);
  }
}
