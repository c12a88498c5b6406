package dev.baton.engine;

import java.util.Map;
import java.util.Optional;

/** Row that a decision table answered with: its outputs by name, some of them empty. */
public record DecisionRow(String table, Map<String, Object> outputs) {

  public String text(String output) {
    return optionalText(output).orElseThrow(() -> missing(output));
  }

  public Optional<String> optionalText(String output) {
    return Optional.ofNullable((String) outputs.get(output));
  }

  public int number(String output) {
    return optionalNumber(output).orElseThrow(() -> missing(output));
  }

  public Optional<Integer> optionalNumber(String output) {
    return Optional.ofNullable((Number) outputs.get(output)).map(Number::intValue);
  }

  private IllegalStateException missing(String output) {
    return new IllegalStateException("%s has a row without %s".formatted(table, output));
  }
}
