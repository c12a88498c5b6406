package dev.baton.demo.sample;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person at a made-up company.
 *
 * @param visitorId null for most; else the cookie under which they were seen before
 */
public record SampleLead(
    String firstName,
    String lastName,
    String email,
    @Nullable String visitorId,
    String jobTitle,
    SampleCompany company) {

  /** The {@code lead} of a signal that says who it is. */
  public Map<String, Object> introduced() {
    Map<String, Object> lead = new TreeMap<>();
    lead.put("email", email);
    if (visitorId != null) {
      lead.put("visitorId", visitorId);
    }
    lead.put("firstName", firstName);
    lead.put("lastName", lastName);
    lead.put("jobTitle", jobTitle);
    lead.put("company", company.name());
    lead.put("domain", company.domain());
    lead.put("companySize", company.size());
    lead.put("industry", company.industry());
    lead.put("country", company.country());
    lead.put("phone", SamplePhones.of(company.country(), Math.floorMod(email.hashCode(), 1000)));
    Map<String, Object> consent = consent();
    if (!consent.isEmpty()) {
      lead.put("consent", consent);
    }
    return lead;
  }

  /**
   * Not drawn, so that all else of the story stays as it was: mail every third, calls most,
   * WhatsApp every other.
   */
  private Map<String, Object> consent() {
    Map<String, Object> consent = new TreeMap<>();
    if (Math.floorMod(email.hashCode(), 3) == 0) {
      consent.put("email", true);
      consent.put("text", "Yes, send me news by mail.");
    }
    int call = Math.floorMod(email.hashCode(), 10);
    if (call < 6) {
      consent.put("phone", true);
    } else if (call == 9) {
      consent.put("phone", false);
    }
    if (call % 2 == 0) {
      consent.put("whatsapp", true);
    }
    return consent;
  }

  public Map<String, Object> known() {
    return Map.of("email", email);
  }

  /** Without saying who it is; empty for who was never seen before. */
  public Optional<Map<String, Object>> anonymous() {
    return Optional.ofNullable(visitorId).map(id -> Map.of("visitorId", id));
  }
}
