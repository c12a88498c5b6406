package dev.baton.privacy;

import java.util.Collection;
import java.util.Set;

/**
 * Whose rows are erased.
 *
 * @param leadIds the lead and the records merged into it
 * @param accountIds the companies that they belong to
 * @param names what they are called: addresses, numbers, ids, first and last name together
 * @param surnames what finds them only as it is written
 */
public record ErasedPerson(
    Set<String> leadIds,
    Set<String> accountIds,
    Collection<String> names,
    Collection<String> surnames) {}
