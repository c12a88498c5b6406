package dev.baton.connect.automation;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a marketing automation is told of a lead.
 *
 * @param owner the e-mail address of who owns it, or empty
 * @param reason the code of the last rejection, or empty
 */
record PersonFields(String stage, String owner, String reason) {

  /**
   * By the names of the fields there, which an administrator has made.
   *
   * @param pattern such as {@code Baton_%s__c}
   */
  Map<String, String> named(String pattern) {
    Map<String, String> named = new TreeMap<>();
    named.put(pattern.formatted("Stage"), stage);
    named.put(pattern.formatted("Owner"), owner);
    named.put(pattern.formatted("Reason"), reason);
    return named;
  }
}
