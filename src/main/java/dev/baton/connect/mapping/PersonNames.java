package dev.baton.connect.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Full names, where first and last name are not told apart. */
public final class PersonNames {
  private PersonNames() {}

  /** Takes {@code name} out of a lead and makes first and last name of it, where there are none. */
  public static void split(ObjectNode lead) {
    String name = lead.path("name").asText();
    lead.remove("name");
    if (name.isEmpty() || lead.has("firstName") || lead.has("lastName")) {
      return;
    }
    int comma = name.indexOf(',');
    int blank = name.indexOf(' ');
    if (comma > 0) {
      lead.put("lastName", name.substring(0, comma).strip());
      lead.put("firstName", name.substring(comma + 1).strip());
    } else if (blank > 0) {
      lead.put("firstName", name.substring(0, blank));
      lead.put("lastName", name.substring(blank + 1).strip());
    } else {
      lead.put("lastName", name);
    }
  }
}
