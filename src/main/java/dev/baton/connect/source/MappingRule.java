package dev.baton.connect.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a signal and where it stands in a payload.
 *
 * @param field of the contract, such as {@code lead.email}
 * @param path such as {@code answers[type=email].email}; {@code |} parts alternatives, {@code +}
 *     what belongs together; null: the value is always the same
 * @param value what it always is
 * @param as how it is read; null: as a text
 * @param map what it is by what stands there, {@code *} for anything else
 */
public record MappingRule(
    String field,
    @Nullable String path,
    @Nullable String value,
    @Nullable String as,
    @Nullable Map<String, String> map) {
  static final List<String> READ_AS =
      List.of("text", "instant", "type", "list", "country", "domain");
}
