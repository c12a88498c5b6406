package dev.baton.handoff.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.sql.JsonColumn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rep may add to a no: when to come back, when the contract with the competitor ends, whose
 * duplicate it is. Kept in the answer, beside its criteria.
 *
 * @param duplicateOf a lead's id or e-mail, as it was written
 */
public record RejectionDetails(
    @Nullable Instant wakeAt, @Nullable Instant renewalAt, @Nullable String duplicateOf) {
  static final String WAKE_AT = "wakeAt";
  static final String RENEWAL_AT = "renewalAt";
  static final String DUPLICATE_OF = "duplicateOf";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEPT_AS = "next";

  public static RejectionDetails of(AnswerReader answer) {
    return new RejectionDetails(
        answer.instant(WAKE_AT), answer.instant(RENEWAL_AT), answer.text(DUPLICATE_OF));
  }

  /** The answer's content with the details in it; as it is when there are none. */
  public @Nullable String in(@Nullable String content) {
    if (wakeAt == null && renewalAt == null && duplicateOf == null) {
      return content;
    }
    ObjectNode answer = (ObjectNode) json(content);
    ObjectNode next = answer.putObject(KEPT_AS);
    put(next, WAKE_AT, wakeAt);
    put(next, RENEWAL_AT, renewalAt);
    put(next, DUPLICATE_OF, duplicateOf);
    return answer.toString();
  }

  private static void put(ObjectNode next, String name, @Nullable Object value) {
    if (value != null) {
      next.put(name, value.toString());
    }
  }

  /** What an answer kept of them. */
  public static RejectionDetails of(AnswerEntry answer) {
    JsonNode next = json(answer.content()).path(KEPT_AS);
    return new RejectionDetails(
        instant(next.path(WAKE_AT)),
        instant(next.path(RENEWAL_AT)),
        next.path(DUPLICATE_OF).asText(null));
  }

  private static @Nullable Instant instant(JsonNode value) {
    return Optional.ofNullable(value.asText(null)).map(Instant::parse).orElse(null);
  }

  private static JsonNode json(@Nullable String content) {
    return content == null
        ? JSON.createObjectNode()
        : JsonColumn.read(JSON, content, JsonNode.class);
  }
}
