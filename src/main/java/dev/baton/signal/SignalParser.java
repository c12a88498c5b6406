package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.lead.Channel;
import dev.baton.lead.ContactDetails;
import dev.baton.signal.fields.FormPlaceholders;
import dev.baton.signal.fields.SignalFields;
import dev.baton.signal.fields.SignalProperties;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Reads one signal of the contract, collecting everything that is wrong with it. */
class SignalParser {
  private static final int LONGEST_PROPERTIES = 16_000;
  static final Set<String> FIELDS =
      Set.of("id", "type", "occurredAt", "lead", "channel", "source", "campaign", "properties");

  private final JsonNode row;
  private final Set<String> knownTypes;
  private final SignalFields fields;
  private final LeadParser lead;

  private SignalParser(JsonNode row, Set<String> knownTypes, Instant now) {
    this.row = row;
    this.knownTypes = knownTypes;
    this.fields = new SignalFields(row, now);
    this.lead = new LeadParser(row.path("lead"), fields);
  }

  static ParsedSignal read(JsonNode row, Set<String> knownTypes, Instant now) {
    return row.isObject()
        ? new SignalParser(row, knownTypes, now).read()
        : ParsedSignal.unreadable("A signal is a JSON object");
  }

  private ParsedSignal read() {
    String id = fields.neededText("id", 200);
    String type = type();
    ContactDetails contact = lead.contact();
    if ("unsubscribed".equals(type)) {
      lead.learn("consent.email", "false");
    }
    Instant occurredAt = fields.neededInstant("occurredAt");
    SignalOrigin origin = new SignalOrigin(channel(), named("source"), named("campaign"));
    String properties = properties();
    if (type == null || contact == null || !fields.errors().isEmpty()) {
      return ParsedSignal.invalid(fields.errors(), fields.warnings());
    }
    return ParsedSignal.of(
        new SignalDraft(id, type, occurredAt, contact, lead.profile(), origin, properties, hash()),
        fields.warnings());
  }

  private @Nullable String type() {
    String type = fields.neededText("type", 100);
    if (type == null && !fields.isWrong("type")) {
      fields.error("type", "Say what the lead did, such as demo_requested");
    } else if (type != null && !knownTypes.contains(type)) {
      fields.warning("type", "Unknown type '%s': kept, scores nothing".formatted(type));
    }
    return type;
  }

  private @Nullable Channel channel() {
    String channel = FormPlaceholders.filled(fields, "channel", 20);
    if (channel == null) {
      return null;
    }
    for (Channel known : Channel.values()) {
      if (known.word().equalsIgnoreCase(channel)) {
        return known;
      }
    }
    fields.leftOut("channel", "'%s' is not one of inbound, outbound".formatted(channel));
    return null;
  }

  private @Nullable String named(String field) {
    return FormPlaceholders.filled(fields, field, 200);
  }

  private String properties() {
    JsonNode properties = row.path("properties");
    if (SignalFields.isAbsent(properties)) {
      return "{}";
    }
    if (!properties.isObject()) {
      fields.leftOut("properties", "An object of names and values");
      return "{}";
    }
    String json = new SignalProperties(fields).readable(properties).toString();
    if (json.length() > LONGEST_PROPERTIES) {
      fields.leftOut("properties", "Longer than %d characters".formatted(LONGEST_PROPERTIES));
      return "{}";
    }
    return json;
  }

  /** The same for the same content, whatever the order of its fields. */
  private String hash() {
    return DigestUtils.sha256Hex(canonical(row));
  }

  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      Map<String, String> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
      return sorted.toString();
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(SignalParser::canonical)
          .toList()
          .toString();
    }
    // However many zeros it was written with, and as it was reckoned before.
    return node.isBigDecimal() ? String.valueOf(node.doubleValue()) : node.toString();
  }
}
