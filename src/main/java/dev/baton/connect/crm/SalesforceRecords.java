package dev.baton.connect.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records as Salesforce calls, addresses and answers them. */
final class SalesforceRecords {
  static final String DATA = "/services/data/v60.0";

  private final CrmFields fields;

  SalesforceRecords(CrmFields fields) {
    this.fields = fields;
  }

  RemoteRecord read(CrmObject object, JsonNode node) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : fields.names(object)) {
      JsonNode value = node.path(name);
      if (!value.isMissingNode() && !value.isNull() && !value.asText().isEmpty()) {
        values.put(name, value.asText());
      }
    }
    return new RemoteRecord(node.path("Id").asText(), values);
  }

  /** An amount is a number there. */
  static Map<String, Object> typed(Map<String, String> values) {
    Map<String, Object> typed = new LinkedHashMap<>(values);
    typed.computeIfPresent("Amount", (name, value) -> new BigDecimal(value.toString()));
    return typed;
  }

  /** The field of ours by which a record is known for ever. */
  String external(CrmObject object) {
    return fields.name(
        object,
        switch (object) {
          case CONTACT -> "leadId";
          case COMPANY -> "domain";
          default -> "handoffId";
        });
  }

  /** All that is asked of one. */
  String names(CrmObject object) {
    return String.join(",", fields.names(object));
  }

  static String path(CrmObject object) {
    return DATA + "/sobjects/" + type(object);
  }

  static String type(CrmObject object) {
    return switch (object) {
      case CONTACT -> "Contact";
      case COMPANY -> "Account";
      case DEAL -> "Opportunity";
      case NOTE -> "Task";
    };
  }
}
