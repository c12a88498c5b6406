package dev.baton.connect.crm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a CRM is told of it, by our names of the fields.
 *
 * @param company of whom it is one, or null
 * @param deal of its last handoff, or null
 * @param ownerEmail of who owns it, or null
 */
record CrmLead(
    String id,
    Map<String, String> contact,
    @Nullable Part company,
    @Nullable Part deal,
    @Nullable String ownerEmail) {

  /**
   * A company or a deal.
   *
   * @param key by which it is told apart there
   */
  record Part(String localId, String key, Map<String, String> fields) {}
}
