package dev.baton.privacy;

import java.time.Instant;
import java.util.Set;

/**
 * A person is being erased: what is still asked or sent about them ends, in the same transaction
 * and before their rows are emptied.
 *
 * @param leadIds the lead and the records merged into it, all locked
 */
public record PersonErased(Set<String> leadIds, String by, Instant at) {}
