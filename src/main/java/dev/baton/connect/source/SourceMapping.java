package dev.baton.connect.source;

import java.util.List;

/**
 * How the payloads of a source become signals.
 *
 * @param each path to the list of events in a payload; empty: it is one, or a list of them
 * @param rules in their order: of two for one field the first that finds something counts; none:
 *     payloads are signals of the contract
 */
public record SourceMapping(String each, List<MappingRule> rules) {}
