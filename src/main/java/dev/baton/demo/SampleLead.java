package dev.baton.demo;

import java.util.Map;
import java.util.TreeMap;

/**
 * A made-up person at a made-up company.
 *
 * @param visitorId null for most; else the cookie under which they were seen before
 */
record SampleLead(
    String firstName,
    String lastName,
    String email,
    String visitorId,
    String jobTitle,
    String company,
    String domain,
    int companySize,
    String industry,
    String country) {

  /** The {@code lead} of a signal that says who it is. */
  Map<String, Object> introduced() {
    Map<String, Object> lead = new TreeMap<>();
    lead.put("email", email);
    if (visitorId != null) {
      lead.put("visitorId", visitorId);
    }
    lead.put("firstName", firstName);
    lead.put("lastName", lastName);
    lead.put("jobTitle", jobTitle);
    lead.put("company", company);
    lead.put("domain", domain);
    lead.put("companySize", companySize);
    lead.put("industry", industry);
    lead.put("country", country);
    if (agreesToMail()) {
      lead.put("consent", Map.of("email", true, "text", "Yes, send me news by mail."));
    }
    return lead;
  }

  /** Every third; not drawn, so that all else of the story stays as it was. */
  private boolean agreesToMail() {
    return Math.floorMod(email.hashCode(), 3) == 0;
  }

  Map<String, Object> known() {
    return Map.of("email", email);
  }

  Map<String, Object> anonymous() {
    return Map.of("visitorId", visitorId);
  }
}
