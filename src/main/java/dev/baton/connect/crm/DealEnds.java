package dev.baton.connect.crm;

import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals that were ended in a CRM end here, as their owner's answer. */
@Component
class DealEnds {
  /** A CRM says why in words of its own; this one of ours says least. */
  static final String NO_REASON = "no_active_need";

  private final Handoffs handoffs;
  private final HandoffCommands commands;

  DealEnds(Handoffs handoffs, HandoffCommands commands) {
    this.handoffs = handoffs;
    this.commands = commands;
  }

  /**
   * Ends one.
   *
   * @param end {@code won} or {@code lost}
   * @param reason one of ours, where it is lost
   * @param note what the CRM says of it
   * @return why it can't be
   */
  Optional<String> end(
      String handoffId, String end, @Nullable String value, String reason, String note) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    if (handoff.isClosed()) {
      boolean same = handoff.result().equals("won") == end.equals("won");
      return same ? Optional.empty() : Optional.of(handoff.result());
    }
    String owner = handoff.owner();
    if (owner == null) {
      return Optional.of("it has no owner here");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("outcome", end);
    if (end.equals("lost")) {
      answer.put("reason", reason);
      answer.put("note", note);
    } else if (value != null && !value.isBlank()) {
      answer.put("value", amount(value.strip()));
    }
    try {
      commands.outcome(handoffId, answer, owner);
      return Optional.empty();
    } catch (ApiProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What is no number is refused like any other answer. */
  private static Object amount(String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
