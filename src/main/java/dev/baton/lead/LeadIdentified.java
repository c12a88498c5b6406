package dev.baton.lead;

import java.time.Instant;

/**
 * A visitor was seen for the first time, or a contact detail made it a lead.
 *
 * @param isNew its record has just been made
 */
public record LeadIdentified(Lead lead, boolean isNew, Instant at) {
  public String leadId() {
    return lead.id();
  }

  public boolean identified() {
    return lead.identified();
  }
}
