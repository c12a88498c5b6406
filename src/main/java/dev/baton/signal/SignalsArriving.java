package dev.baton.signal;

import dev.baton.lead.LeadBatch;

/** Signals of these leads are about to be written: what is known of them before is read now. */
public record SignalsArriving(LeadBatch batch) {}
