package dev.baton.connect.crm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in a CRM.
 *
 * @param values by the CRM's names; empty ones are left out
 */
record RemoteRecord(String id, Map<String, String> values) {

  @Nullable String get(String name) {
    return values.get(name);
  }
}
