package dev.baton.lead.identity;

import dev.baton.lead.Lead;
import java.util.List;

/**
 * The lead behind a contact, its row locked.
 *
 * @param conflicts sentences about identifiers that point to somebody else
 */
public record IdentifiedLead(Lead lead, List<String> conflicts) {}
