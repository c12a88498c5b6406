package dev.baton.connect.connection;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each kind of fact says, and its key: the same from the event and from the row it left. */
final class FactContents {
  private FactContents() {}

  static OutboundFact stage(
      String lead, Stage stage, Instant at, @Nullable String reason, @Nullable Instant restsUntil) {
    Map<String, Object> content = content("stage", stage.name());
    put(content, "reason", reason);
    put(content, "restsUntil", restsUntil);
    String key = "stage:%s:%s:%d".formatted(lead, stage, at.toEpochMilli());
    return new OutboundFact(key, FactKind.STAGE, lead, null, at, content);
  }

  static OutboundFact owner(String handoff, String lead, String owner, String team, Instant at) {
    Map<String, Object> content = content("owner", owner);
    put(content, "team", team);
    String key = "owner:%s:%d".formatted(handoff, at.toEpochMilli());
    return new OutboundFact(key, FactKind.OWNER, lead, handoff, at, content);
  }

  static OutboundFact deadline(Deadline deadline, String lead, Instant at) {
    boolean met = deadline.verdict().metAt() != null;
    Map<String, Object> content = content("verdict", met ? "met" : "missed");
    put(content, "clock", deadline.clock());
    put(content, "round", deadline.round());
    put(content, "owner", deadline.owner());
    put(content, "dueAt", deadline.dueAt());
    String key = "deadline:" + deadline.id();
    return new OutboundFact(key, FactKind.DEADLINE, lead, deadline.handoffId(), at, content);
  }

  static OutboundFact deal(
      String handoff, String lead, BigDecimal value, String currency, Instant at) {
    Map<String, Object> content = content("value", value);
    put(content, "currency", currency);
    String key = "deal:%s:%d".formatted(handoff, at.toEpochMilli());
    return new OutboundFact(key, FactKind.DEAL, lead, handoff, at, content);
  }

  static OutboundFact outcome(
      String handoff, String lead, String result, @Nullable String reason, Instant at) {
    Map<String, Object> content = content("result", result);
    put(content, "reason", reason);
    return new OutboundFact("outcome:" + handoff, FactKind.OUTCOME, lead, handoff, at, content);
  }

  static OutboundFact merged(String lead, String into, Instant at) {
    return new OutboundFact(
        "merged:" + lead, FactKind.MERGED, into, null, at, content("merged", lead));
  }

  static OutboundFact erased(String lead, Instant at) {
    return new OutboundFact("erased:" + lead, FactKind.ERASED, lead, null, at, Map.of());
  }

  private static Map<String, Object> content(String name, Object value) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(name, value);
    return content;
  }

  private static void put(Map<String, Object> content, String name, @Nullable Object value) {
    if (value != null) {
      content.put(name, value);
    }
  }
}
