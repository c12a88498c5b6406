package dev.baton.connect.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.call.SystemCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Queries in Salesforce's language, SOQL.
 *
 * @param data path of its interface's version
 */
record SalesforceQueries(SystemCalls http, String data) {

  JsonNode run(String soql) {
    return http.get(data + "/query?q=" + SystemCalls.encoded(soql));
  }

  /** With what was deleted there; all pages of it. */
  List<JsonNode> runOnAll(String soql) {
    List<JsonNode> records = new ArrayList<>();
    String next = data + "/queryAll?q=" + SystemCalls.encoded(soql);
    while (next != null) {
      JsonNode page = http.get(next);
      page.path("records").forEach(records::add);
      next = page.path("nextRecordsUrl").asText(null);
    }
    return records;
  }

  /** A field of the first record that is found. */
  Optional<String> first(String soql, String field) {
    return Optional.ofNullable(run(soql).path("records").path(0).path(field).asText(null));
  }

  /** A value as it stands between two quotes. */
  static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
