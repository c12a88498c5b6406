package dev.baton.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records the answer to a question that a designer added: it ends the clock of that question, and
 * the next one's counts from it. What is asked is the form's business; here it is kept.
 */
@Component
public class AddedAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_DECISION = 64;
  private static final int LONGEST = 16_000;

  /** Said by the process or kept in columns of their own. */
  private static final Set<String> NO_CONTENT =
      Set.of(HandoffProcess.CLOCK, AnswerFields.NOTE, "by");

  private final AnswerPreconditions preconditions;
  private final HandoffTransitions transitions;
  private final Clock clock;

  AddedAnswers(AnswerPreconditions preconditions, HandoffTransitions transitions, Clock clock) {
    this.preconditions = preconditions;
    this.transitions = transitions;
    this.clock = clock;
  }

  /**
   * Records it.
   *
   * @throws ApiProblem when it can't be taken; then nothing is recorded
   */
  public Answers.Decided record(String handoffId, Map<String, Object> fields, String by) {
    Map<String, Object> said = new HashMap<>();
    fields.forEach((name, value) -> said.put(name, said(value)));
    FieldReader given = new FieldReader(said);
    String question = given.requiredText(HandoffProcess.CLOCK, "name the clock", 20);
    String decision =
        given.requiredText(AnswerFields.DECISION, "say what the answer is", LONGEST_DECISION);
    String note = given.text(AnswerFields.NOTE);
    String content = content(given, said);
    given.check();
    Handoff handoff = preconditions.begin(handoffId, HandoffState.ANSWERABLE, by);
    AnswerEntry entry =
        new AnswerEntry(
            String.valueOf(question),
            String.valueOf(decision),
            null,
            note,
            content,
            by,
            clock.instant());
    Handoff owned = transitions.answered(handoff, entry.question(), entry);
    transitions.goesOn(owned, entry.answeredAt());
    return new Answers.Decided(entry.decision(), null, owned);
  }

  /** A list is what somebody ticked. */
  private static @Nullable Object said(@Nullable Object value) {
    return value instanceof Collection<?> ticked
        ? ticked.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value;
  }

  /** What else the form asked. */
  private static @Nullable String content(FieldReader given, Map<String, Object> fields) {
    Map<String, String> more = new TreeMap<>();
    fields.keySet().stream()
        .filter(name -> !NO_CONTENT.contains(name) && !HandoffProcess.FIELDS.kept().contains(name))
        .forEach(
            name -> {
              String text = given.text(name);
              if (text != null) {
                more.put(name, text);
              }
            });
    if (more.isEmpty()) {
      return null;
    }
    try {
      String json = JSON.writeValueAsString(more);
      if (json.length() > LONGEST) {
        given.wrong(AnswerFields.DECISION, "the answer is longer than can be kept");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
