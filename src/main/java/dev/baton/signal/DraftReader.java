package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.lead.Channel;
import dev.baton.lead.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads one signal of the contract, collecting everything that is wrong with it. */
class DraftReader {
  private static final int LONGEST_PROPERTIES = 16_000;
  private static final Set<String> FIELDS =
      Set.of("id", "type", "occurredAt", "lead", "channel", "source", "campaign", "properties");

  private final JsonNode row;
  private final Set<String> knownTypes;
  private final Reading reading;
  private final LeadReader lead;

  private DraftReader(JsonNode row, Set<String> knownTypes, Instant now) {
    this.row = row;
    this.knownTypes = knownTypes;
    this.reading = new Reading(now);
    this.lead = new LeadReader(row.path("lead"), reading);
  }

  static Draft read(JsonNode row, Set<String> knownTypes, Instant now) {
    return row.isObject()
        ? new DraftReader(row, knownTypes, now).read()
        : unreadable("A signal is a JSON object");
  }

  /** A row that isn't even JSON. */
  static Draft unreadable(String message) {
    List<Issue> errors = List.of(new Issue("", message));
    return new Draft(
        null, null, null, null, Map.of(), null, null, null, null, null, errors, List.of());
  }

  private Draft read() {
    reading.warnOfUnknown(row, "", FIELDS);
    String id = reading.text(row, "", "id", 200);
    String type = type();
    Contact contact = lead.contact();
    if ("unsubscribed".equals(type)) {
      lead.learn("consent.email", "false");
    }
    return new Draft(
        id,
        type,
        reading.instant(row.get("occurredAt"), "occurredAt"),
        contact,
        lead.profile(),
        channel(),
        reading.text(row, "", "source", 200),
        reading.text(row, "", "campaign", 200),
        properties(),
        hash(),
        reading.errors(),
        reading.warnings());
  }

  private String type() {
    String type = reading.text(row, "", "type", 100);
    if (type == null) {
      reading.error("type", "Say what the lead did, such as demo_requested");
    } else if (!knownTypes.contains(type)) {
      reading.warning("type", "Unknown type '%s': kept, scores nothing".formatted(type));
    }
    return type;
  }

  private Channel channel() {
    String channel = reading.text(row, "", "channel", 20);
    if (channel == null) {
      return null;
    }
    for (Channel known : Channel.values()) {
      if (known.word().equals(channel)) {
        return known;
      }
    }
    reading.error("channel", "'%s' is not one of inbound, outbound".formatted(channel));
    return null;
  }

  private String properties() {
    JsonNode properties = row.path("properties");
    if (Reading.isAbsent(properties)) {
      return "{}";
    }
    if (!properties.isObject()) {
      reading.error("properties", "An object of names and values");
      return "{}";
    }
    String json = properties.toString();
    if (json.length() > LONGEST_PROPERTIES) {
      reading.error("properties", "Longer than %d characters".formatted(LONGEST_PROPERTIES));
    }
    return json;
  }

  /** The same for the same content, whatever the order of its fields. */
  private String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(row).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      Map<String, String> sorted = new TreeMap<>();
      node.fields()
          .forEachRemaining(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
      return sorted.toString();
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(DraftReader::canonical)
          .toList()
          .toString();
    }
    return node.toString();
  }
}
