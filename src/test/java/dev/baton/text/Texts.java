package dev.baton.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.text.SignalInput.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of each kind of text wherever it is read, on whatever database a subclass names:
 * never a failure of ours, never silently another text, never a good neighbour lost.
 */
abstract class Texts extends InputScenario {
  private static final int SAMPLES = 3;

  record Input(String field, TextKind kind, String text) {
    @Override
    public String toString() {
      return field + " " + kind + " " + Sent.json(text);
    }
  }

  /** The same each time, and other ones for each field. */
  private static Stream<Input> inputs(List<String> fields) {
    List<Input> inputs = new ArrayList<>();
    for (String field : fields) {
      Random random = new Random(field.hashCode());
      for (TextKind kind : TextKind.values()) {
        IntStream.range(0, SAMPLES)
            .forEach(i -> inputs.add(new Input(field, kind, kind.sample(random))));
      }
    }
    return inputs.stream();
  }

  static Stream<Input> optional() {
    return inputs(SignalInput.OPTIONAL);
  }

  static Stream<Input> needed() {
    return inputs(SignalInput.NEEDED);
  }

  static Stream<Input> identities() {
    return inputs(SignalInput.IDENTITIES);
  }

  static Stream<Input> answers() {
    return inputs(Arrays.stream(AnswerInput.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @MethodSource("optional")
  void an_optional_text_costs_no_signal_and_what_cannot_be_kept_of_it_is_told(Input input) {
    Taken taken = signals.send(input.field(), input.text());

    assertThat(taken.errors()).isEmpty();
    if (input.kind().isText() || input.kind() == TextKind.LOST) {
      assertThat(taken.warnings()).isEmpty();
    } else {
      assertThat(taken.warnings()).containsExactly(input.field());
    }
    String kept = input.kind() == TextKind.HALF ? null : TextKind.without(input.text());
    assertThat(signals.kept(taken.email(), input.field()).orElse(null)).isEqualTo(kept);
  }

  @ParameterizedTest
  @MethodSource("identities")
  void an_identity_beside_another_is_kept_as_it_came_or_left_out_and_told(Input input) {
    Taken taken = signals.send(input.field(), input.text());

    assertThat(taken.errors()).isEmpty();
    boolean isOne = input.kind() == TextKind.WELL;
    assertThat(taken.warnings()).isEqualTo(isOne ? List.of() : List.of(input.field()));
    assertThat(signals.kept(taken.email(), input.field()).orElse(null))
        .isEqualTo(isOne ? input.text() : null);
  }

  @ParameterizedTest
  @MethodSource("needed")
  void what_happened_is_kept_as_it_came_or_refused(Input input) {
    Taken taken = signals.send(input.field(), input.text());

    if (input.kind().isText()) {
      assertThat(taken.errors()).isEmpty();
      assertThat(signals.kept(taken.email(), input.field())).contains(input.text());
    } else {
      assertThat(taken.errors()).containsExactly(input.field());
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_kept_as_it_came_or_refused_with_its_field(Input input) {
    AnswerInput answered = AnswerInput.valueOf(input.field());
    Answer answer = answered.send(baton, handoff(), input.text());

    boolean isGood = answered.isIdentity() ? input.kind() == TextKind.WELL : input.kind().isText();
    if (isGood || answered == AnswerInput.LOGIN) {
      answer.is(answered.good);
    } else if (answered.field == null) {
      answer.is(400);
    } else {
      answer.isProblem(422, answered.field);
    }
    if (answered.table != null) {
      int kept = isGood ? 1 : 0;
      String text =
          answered == AnswerInput.CAMPAIGN ? AnswerInput.inPath(input.text()) : input.text();
      assertThat(count(answered.table, TextKind.without(text).replaceAll("\\p{Cs}|\uFFFD", "")))
          .isEqualTo(kept);
    }
  }

  static Stream<Input> tasks() {
    return inputs(List.of("task list")).filter(input -> !input.kind().isText());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void an_answer_over_the_task_list_is_refused_like_any_other(Input input) {
    String tasks = "/engine-rest/task?maxResults=10&processInstanceBusinessKey=" + handoff();
    HttpCaller admin = baton.as("admin");
    String task = admin.await(tasks, found -> found.size() == 1).at("/0/id").asText();
    Map<String, Object> answer =
        Map.of("decision", Map.of("value", "accept"), "note", Map.of("value", input.text()));

    admin
        .post("/engine-rest/task/" + task + "/complete", Sent.json(Map.of("variables", answer)))
        .is(422);
  }

  @Test
  void whoever_raises_a_hand_finds_an_owner_whatever_is_said() {
    assertThat(raisedHand("properties.product", "a\u0000b").at("/handoff/owner").asText())
        .isNotBlank();
  }

  private int count(String table, String text) {
    return db.sql("select count(*) as n from " + table).param(text).query(Integer.class).single();
  }
}
