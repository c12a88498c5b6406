package dev.baton.connect.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the payloads of a source become signals.
 *
 * @param each path to the list of events in a payload; empty: it is one, or a list of them
 * @param rules in their order: of two for one field the first that finds something counts; none:
 *     payloads are signals of the contract
 */
public record SourceMapping(String each, List<MappingRule> rules) {
  private static final String ACTIVITY = "activityTypeId";

  /** The numbers of Marketo's kinds of activities that have a word of ours. */
  public List<String> activityTypes() {
    return rules.stream()
        .filter(rule -> rule.field().equals("type") && ACTIVITY.equals(rule.path()))
        .flatMap(rule -> rule.map() == null ? Stream.<String>empty() : rule.map().keySet().stream())
        .filter(number -> number.matches("\\d{1,9}"))
        .distinct()
        .toList();
  }
}
