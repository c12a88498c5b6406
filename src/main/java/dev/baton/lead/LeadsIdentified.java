package dev.baton.lead;

import java.util.List;

/** Visitors were seen for the first time, or leads became known, in one transaction. */
public record LeadsIdentified(List<LeadIdentified> leads) {}
