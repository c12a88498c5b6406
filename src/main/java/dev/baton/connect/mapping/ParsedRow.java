package dev.baton.connect.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Row of a file as it was read.
 *
 * @param json the lead and what it did, in the form that the contract has for signals
 * @param outcome stages and their dates, and what belongs to them, of past outcomes
 */
public record ParsedRow(
    int line,
    ObjectNode json,
    Map<String, String> outcome,
    List<ImportIssue> errors,
    List<ImportIssue> warnings) {

  public boolean tellsPast() {
    return ImportFields.STAGES.stream().anyMatch(outcome::containsKey);
  }
}
