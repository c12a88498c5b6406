package dev.baton.insight.rollup;

import java.util.List;

/**
 * Fact table: entries that are counted, and beside them the changes that wait to be folded into the
 * roll-up.
 *
 * @param counted columns that count, which a change repeats
 * @param indexed SQL that lets an index find the entries of a range
 * @param unsettled SQL: entries that count differently as time passes, and are in no change
 */
public record FactTable(
    String entries, String changes, List<String> counted, String indexed, String unsettled) {}
