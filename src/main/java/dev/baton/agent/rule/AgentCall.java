package dev.baton.agent.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What an agent may read, ask or leave behind, as the table {@code agent-permission} says; there is
 * no word for a stage, an owner, a clock or consent.
 */
public enum AgentCall {
  READ_LEAD("Lead"),
  READ_COMPANY("Company"),
  WEB_SOURCE("Source"),
  LANGUAGE_MODEL("Language model"),
  NOTE("Note"),
  TOUCH_DRAFT("Draft of a message"),
  TASK("Next step");

  private final String label;

  AgentCall(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
