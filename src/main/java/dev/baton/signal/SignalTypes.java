package dev.baton.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The catalogue of signal types; other types are kept, told and score nothing. Only a release
 * changes it, so it is read once.
 */
@Component
public class SignalTypes {
  private final SingletonSupplier<Map<String, String>> labels;

  SignalTypes(JdbcClient db) {
    this.labels = SingletonSupplier.of(() -> read(db));
  }

  private static Map<String, String> read(JdbcClient db) {
    Map<String, String> labels = new LinkedHashMap<>();
    db.sql("select type, label from signal_type order by type")
        .query(
            rs -> {
              labels.put(rs.getString("type"), rs.getString("label"));
            });
    return labels;
  }

  public Set<String> known() {
    return labels.obtain().keySet();
  }

  /** What it means in words, such as "Requested a demo". */
  public Optional<String> label(String type) {
    return Optional.ofNullable(labels.obtain().get(type));
  }
}
