package dev.baton.rehearsal.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line of a scenario says: what the lead does, what sales answers, or what is expected. A
 * value without a name is that of the first field that has none yet.
 */
public enum StepKind {
  SIGNAL("type"),
  CLAIM,
  ACCEPT,
  REJECT("reason", "note"),
  QUALIFY,
  DISQUALIFY("reason", "note"),
  TOUCH("kind", "outcome"),
  OPPORTUNITY("value", "currency", "stage", "nextStep"),
  WON,
  LOST("reason", "note"),
  EXPECT_STAGE(ScenarioStep.EXPECTED),
  EXPECT_SCORE(ScenarioStep.EXPECTED),
  EXPECT_TEAM(ScenarioStep.EXPECTED),
  EXPECT_DUE(ScenarioStep.EXPECTED),
  EXPECT_NOTICE(ScenarioStep.EXPECTED),
  EXPECT_NO_NOTICE(ScenarioStep.EXPECTED),
  EXPECT_END(ScenarioStep.EXPECTED);

  /** The words of all kinds. */
  static final List<String> WORDS = Arrays.stream(values()).map(StepKind::word).toList();

  private final List<String> fields;

  StepKind(String... fields) {
    this.fields = List.of(fields);
  }

  static Optional<StepKind> of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The fields that values without a name are meant for, in their order. */
  List<String> fields() {
    return fields;
  }

  public boolean isExpectation() {
    return fields.contains(ScenarioStep.EXPECTED);
  }
}
