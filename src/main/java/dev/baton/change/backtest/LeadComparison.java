package dev.baton.change.backtest;

import java.util.List;

/**
 * MQLs of the record beside those of the proposal. Each lead counts up to its first difference,
 * which alone is evidence; recorded MQLs after it are unknowable.
 *
 * @param same MQLs at the very same instant
 * @param earlier leads that would have been an MQL sooner
 * @param later leads that would have been one later
 * @param gained leads that would have been one and weren't
 * @param lost leads that were one and wouldn't have been
 * @param customers leads that were customers at each instant of the range at which they did
 *     something, by an import for instance: nobody judges them (rule R5), so that they are neither
 *     gained nor lost
 */
public record LeadComparison(
    long same,
    long earlier,
    long later,
    List<DifferingLead> gained,
    List<DifferingLead> lost,
    long unknowable,
    long customers) {}
