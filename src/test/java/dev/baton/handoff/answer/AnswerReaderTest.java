package dev.baton.handoff.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.input.AnswerField.Option;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerForm;
import dev.baton.input.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One schema says what an answer carries; one reader holds every surface to it. */
class AnswerReaderTest {
  private static final List<Option> REASONS =
      List.of(new Option("bad_timing", "Bad timing"), new Option("duplicate", "Already in work"));

  static Stream<AnswerForm> rejections() {
    return Stream.concat(AnswerSchema.TASKS.stream(), Stream.of(DealSchema.OUTCOME));
  }

  private static AnswerReader read(AnswerForm form, Object... namesAndValues) {
    Map<String, Object> given = new HashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      given.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return AnswerReader.of(form.reasons(REASONS), given);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void wherever_a_lead_is_rejected_its_date_its_renewal_and_its_other_record_can_be_said(
      AnswerForm form) {
    String no = form.decision().codes().get(1);

    AnswerReader answer =
        read(
            form,
            form.decision().name(),
            no,
            "reason",
            "bad_timing",
            "wakeAt",
            "2026-12-24",
            "renewalAt",
            "2027-01-31T09:00:00+01:00",
            "duplicateOf",
            "bob@acme.example");

    answer.check();
    assertThat(RejectionDetails.of(answer))
        .isEqualTo(
            new RejectionDetails(
                Instant.parse("2026-12-24T00:00:00Z"),
                Instant.parse("2027-01-31T08:00:00Z"),
                "bob@acme.example"));
    assertThat(form.branch(no).fields())
        .extracting(field -> field.name())
        .contains("reason", "duplicateOf", "wakeAt", "renewalAt", "note");
  }

  @Test
  void what_the_answer_does_not_ask_for_is_left_out() {
    AnswerReader answer =
        read(AnswerSchema.REVIEW, "decision", "accept", "reason", "nonsense", "wakeAt", "never");

    answer.check();
    assertThat(answer.text("reason")).isNull();
    assertThat(RejectionDetails.of(answer).in(null)).isNull();
  }

  @Test
  void all_that_is_wrong_is_named_at_once() {
    AnswerReader answer =
        read(
            AnswerSchema.REVIEW,
            "decision",
            "reject",
            "duplicateOf",
            "x".repeat(321),
            "wakeAt",
            "soon",
            "note",
            "x".repeat(4001));

    assertThatThrownBy(answer::check)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "reason: say one of bad_timing, duplicate; duplicateOf: longer than 320 characters;"
                + " wakeAt: not a date, such as 2026-12-24; note: longer than 4000 characters");
  }

  @Test
  void a_question_without_a_decision_asks_for_one() {
    assertThatThrownBy(() -> read(AnswerSchema.REVIEW).check())
        .hasMessage("decision: say one of accept, reject");
    assertThat(read(AnswerSchema.FIRST_TOUCH).text("decision"))
        .as("whoever logs a touch need not say that they do")
        .isEqualTo("touch");
  }

  @Test
  void the_next_try_is_a_must_when_nobody_answered_and_only_then() {
    read(AnswerSchema.TOUCH, "kind", "call", "outcome", "connected").check();
    assertThatThrownBy(
            () -> read(AnswerSchema.TOUCH, "kind", "call", "outcome", "no_answer").check())
        .hasMessage("nextAt: nobody answered; say when you try again");
  }

  @ParameterizedTest
  @CsvSource({"EUR,true", "CZK,true", "JPY,true", "EURO,false", "eur,false"})
  void a_currency_is_one_of_iso_4217_on_every_surface(String currency, boolean good) {
    AnswerReader answer =
        read(
            DealSchema.OPPORTUNITY,
            "value",
            "12500",
            "currency",
            currency,
            "stage",
            "proposal",
            "nextStep",
            "Send it");

    if (good) {
      answer.check();
      assertThat(answer.text("currency")).isEqualTo(currency);
      assertThat(answer.amount("value")).isEqualByComparingTo(new BigDecimal(12500));
    } else {
      assertThatThrownBy(answer::check)
          .hasMessage("currency: not an ISO 4217 currency, such as EUR");
    }
    assertThat(DealSchema.OPPORTUNITY.field("currency").orElseThrow().isClosed())
        .as("no surface offers fewer than there are")
        .isFalse();
  }

  @Test
  void both_frameworks_ask_the_same_beside_their_criteria() {
    assertThat(Criteria.of("bant")).hasSize(4);
    assertThat(Criteria.of("meddic")).hasSize(9);
    assertThat(QualificationSchema.MEDDIC.fields())
        .filteredOn(field -> field.type() != Type.CRITERION)
        .hasSize(7)
        .isEqualTo(
            QualificationSchema.BANT.fields().stream()
                .filter(field -> field.type() != Type.CRITERION)
                .toList());
  }
}
