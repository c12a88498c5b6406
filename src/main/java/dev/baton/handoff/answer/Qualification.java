package dev.baton.handoff.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.HandoffState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a lead was qualified, or not.
 *
 * @param framework {@code bant} or {@code meddic}
 * @param override why a manager went on without non-negotiables, or null
 * @param without which ones
 */
public record Qualification(
    String framework,
    boolean qualified,
    List<Criterion> criteria,
    @Nullable String override,
    List<String> without,
    String by,
    Instant at) {

  /** One criterion with how the rep knows. */
  public record Criterion(
      String name,
      boolean met,
      @Nullable String evidence,
      @Nullable String link,
      @Nullable String date) {}

  /** The last one in a handoff's answers. */
  public static Optional<Qualification> last(List<AnswerEntry> answers) {
    return answers.stream()
        .filter(answer -> answer.question().equals(HandoffState.QUALIFICATION.clock()))
        .filter(answer -> answer.content() != null)
        .reduce((earlier, later) -> later)
        .map(Qualification::of);
  }

  /** Without which non-negotiables a manager went on, by this answer. */
  public static List<String> without(AnswerEntry answer) {
    return names(Criteria.json(answer.content()).at("/override/without"));
  }

  /** Why a manager went on, or null. */
  public static @Nullable String override(AnswerEntry answer) {
    return text(Criteria.json(answer.content()).at("/override/reason"));
  }

  private static Qualification of(AnswerEntry answer) {
    JsonNode content = Criteria.json(answer.content());
    String framework = content.path("framework").asText();
    return new Qualification(
        framework,
        answer.decision().equals("qualify"),
        Criteria.of(framework).stream()
            .map(name -> criterion(name, content.path("criteria").path(name)))
            .toList(),
        override(answer),
        without(answer),
        answer.answeredBy(),
        answer.answeredAt());
  }

  private static Criterion criterion(String name, JsonNode given) {
    return new Criterion(
        name,
        given.path("met").asBoolean(),
        text(given.path("evidence")),
        page(text(given.path("link"))),
        text(given.path("date")));
  }

  /** What was kept before links were checked may be anything. */
  private static @Nullable String page(@Nullable String link) {
    return link != null && link.strip().matches("(?i)https?://\\S+") ? link.strip() : null;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }
}
