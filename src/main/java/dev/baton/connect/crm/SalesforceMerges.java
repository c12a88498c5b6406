package dev.baton.connect.crm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contacts that people merged in Salesforce: who went is deleted there, and names who stays.
 *
 * @param master the field that names it
 */
record SalesforceMerges(SalesforceQueries queries, String master) {

  /** The ids of those that went, by the id of the one that stays. */
  Map<String, List<String>> since(Instant since) {
    Map<String, String> into = new LinkedHashMap<>();
    queries
        .runOnAll(
            ("SELECT Id,%1$s FROM Contact WHERE IsDeleted = true AND %1$s != null"
                    + " AND SystemModstamp >= %2$s ORDER BY SystemModstamp")
                .formatted(master, since.truncatedTo(ChronoUnit.SECONDS)))
        .forEach(gone -> into.put(gone.path("Id").asText(), gone.path(master).asText()));
    Map<String, List<String>> gone = new LinkedHashMap<>();
    into.keySet()
        .forEach(id -> gone.computeIfAbsent(last(into, id), none -> new ArrayList<>()).add(id));
    return gone;
  }

  /** Who stays may have gone into another one since. */
  private static String last(Map<String, String> into, String id) {
    String stays = id;
    for (int steps = 0; steps < into.size() && into.containsKey(stays); steps++) {
      stays = String.valueOf(into.get(stays));
    }
    return stays;
  }
}
