package dev.baton.signal;

import dev.baton.lead.LeadBatch;

/** All signals of a batch were told of: what was gathered meanwhile is written now. */
public record SignalsSettled(LeadBatch batch) {}
