package dev.baton.agent.proposal;

/** Conditions in SQL about a lead, by the column that has its id. */
public final class LeadConditions {
  private LeadConditions() {}

  /** Nobody is to contact it. */
  public static String suppressed(String lead) {
    return "exists (select 1 from suppression x where x.lead_id = %s and x.is_current = true)"
        .formatted(lead);
  }

  /** It wants no mails. */
  public static String unsubscribed(String lead) {
    return "exists (select 1 from signal u where u.lead_id = %s and u.type = 'unsubscribed')"
        .formatted(lead);
  }
}
