package dev.baton.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.connect.table.CountryNames;
import dev.baton.connect.table.DateOrder;
import dev.baton.input.DomainNames;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** Value in a payload, read as what a rule says that it is. */
final class PayloadValue {
  private PayloadValue() {}

  static JsonNode read(String text, String as) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (as) {
      case "instant" -> json.textNode(instant(text));
      case "type" -> json.textNode(type(text));
      case "country" -> json.textNode(CountryNames.code(text));
      case "domain" -> json.textNode(DomainNames.registrable(text).orElse(text));
      case "list" ->
          Stream.of(text.split(",", -1))
              .map(String::strip)
              .collect(json::arrayNode, (list, each) -> list.add(each), (a, b) -> a.addAll(b));
      default -> json.textNode(text);
    };
  }

  /** Seconds, milliseconds or microseconds by their number of digits; what is none stays. */
  private static String instant(String text) {
    if (text.matches("\\d{10}")) {
      return Instant.ofEpochSecond(Long.parseLong(text)).toString();
    }
    if (text.matches("\\d{16}")) {
      return Instant.ofEpochMilli(Long.parseLong(text) / 1_000).toString();
    }
    return DateOrder.DMY.read(text, ZoneOffset.UTC).map(Instant::toString).orElse(text);
  }

  /** Such as demo_requested of "Demo Requested". */
  private static String type(String text) {
    return text.strip()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }
}
