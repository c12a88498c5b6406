package dev.baton.handoff.process;

import dev.baton.handoff.record.Handoff;
import dev.baton.lead.Profile;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What another system knows of a lead's company, asked before the lead is routed. */
public interface LeadEnrichment {

  /**
   * Asks when the transaction has ended; until when routing waits for the answer, empty where it
   * needn't.
   */
  Optional<Instant> ask(Handoff handoff, Profile known);

  /** What came by now fills what is unknown of the lead; by field. */
  Map<String, String> learn(String handoffId, String leadId);
}
