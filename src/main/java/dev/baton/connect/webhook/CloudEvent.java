package dev.baton.connect.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.conversion.Conversion;
import dev.baton.lead.Lead;
import dev.baton.lead.Profile;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact as an event of CloudEvents 1.0 in its JSON format.
 *
 * @param id the same for the same fact for ever
 * @param subject the id of the lead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    @Nullable String subject,
    Instant time,
    String datacontenttype,
    JsonNode data) {
  private static final String VERSION = "1.0";
  private static final String JSON = "application/json";
  private static final List<String> OF_PROFILE =
      List.of("firstName", "lastName", "jobTitle", "phone", "company", "country");

  /** One that is about no lead. */
  static CloudEvent of(String source, String id, String type, Instant at, JsonNode data) {
    return new CloudEvent(VERSION, id, source, type, null, at, JSON, data);
  }

  /**
   * One of a fact.
   *
   * @param conversion what an ad platform would learn from it, where it may
   */
  static CloudEvent of(
      OutboundMessage message,
      Optional<KnownLead> known,
      Optional<Conversion> conversion,
      String source,
      ObjectMapper json) {
    ObjectNode data = json.createObjectNode();
    if (message.handoffId() != null) {
      data.put("handoffId", message.handoffId());
    }
    data.setAll((ObjectNode) message.content());
    ObjectNode lead = data.putObject("lead").put("id", message.leadId());
    if (message.kind() != FactKind.ERASED) {
      known.ifPresent(one -> describe(one, lead, data));
    }
    conversion.ifPresent(one -> describe(one, data.putObject("conversion"), json));
    return new CloudEvent(
        VERSION,
        message.key(),
        source,
        "dev.baton.lead." + message.kind().word(),
        message.leadId(),
        message.at(),
        JSON,
        data);
  }

  private static void describe(KnownLead known, ObjectNode lead, ObjectNode data) {
    Lead record = known.lead();
    put(lead, "email", record.email());
    put(lead, "externalId", record.externalId());
    Profile profile = known.profile();
    OF_PROFILE.forEach(field -> put(lead, field, profile.get(field).orElse(null)));
    put(lead, "source", record.source());
    put(lead, "campaign", record.campaign());
    Person owner = known.owner();
    if (owner != null) {
      data.putObject("ownedBy")
          .put("id", owner.id())
          .put("name", owner.name())
          .put("email", owner.email());
    }
  }

  private static void describe(Conversion conversion, ObjectNode data, ObjectMapper json) {
    data.put("goal", conversion.goal());
    if (conversion.value() != null) {
      data.put("value", conversion.value()).put("currency", conversion.currency());
    }
    data.set("clickIds", json.valueToTree(conversion.clickIds()));
  }

  private static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }
}
