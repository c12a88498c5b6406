package dev.baton.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  // Texts

  @Test
  void a_text_loses_what_is_blank_around_it_and_a_blank_one_is_none() {
    FieldReader fields = form(Map.of("a", " \u00A0\t two words\u2003\n", "b", " \n\u2003"));

    assertThat(fields.text("a")).isEqualTo("two words");
    assertThat(fields.text("b")).isNull();
    assertThat(fields.text("c")).isNull();
    assertThat(fields.errors()).isEmpty();
  }

  @Test
  void a_text_that_is_too_long_is_told_with_its_bound() {
    FieldReader fields = form(Map.of("a", "x".repeat(11), "b", "x".repeat(10)));

    fields.text("a", 10);
    fields.text("b", 10);

    assertThat(fields.errors()).containsExactly(new FieldError("a", "longer than 10 characters"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\u0000y", "\u0000x", "x\u0007", "x\u0085y", "x\uD83Dy", "x\uFFFDy"})
  void a_text_with_a_character_that_is_none_or_that_nobody_can_keep_is_refused(String text) {
    FieldReader fields = form(Map.of("a", text));

    assertThat(fields.text("a")).isNull();
    assertThat(fields.isWrong("a")).isTrue();
  }

  @Test
  void a_text_may_have_tabs_and_lines() {
    FieldReader fields = form(Map.of("a", "one\ttwo\r\nthree \uD83D\uDE80"));

    assertThat(fields.text("a")).isEqualTo("one\ttwo\r\nthree \uD83D\uDE80");
    assertThat(fields.errors()).isEmpty();
  }

  @Test
  void a_list_and_an_object_are_no_text_of_a_form() {
    Map<String, Object> shapes =
        Map.of("a", List.of("x"), "b", Map.of("x", 1), "c", Date.from(NOON), "d", Double.NaN);
    FieldReader fields = form(shapes);

    shapes.keySet().forEach(field -> assertThat(fields.text(field)).isNull());
    assertThat(fields.errors()).hasSize(4).allMatch(e -> e.message().equals("not a text"));
  }

  @Test
  void what_is_read_in_another_way_is_told_what_it_should_be() {
    FieldReader fields = form(Map.of("a", List.of(1), "b", List.of("yes"), "c", Map.of()));

    fields.amount("a");
    fields.oneOf("b", List.of("yes", "no"));
    fields.date("c");

    assertThat(fields.errors())
        .extracting(FieldError::message)
        .containsExactly(
            "not an amount, such as 12500 or 12500.50",
            "say one of yes, no",
            "not a date, such as 2026-12-24");
  }

  @Test
  void an_optional_text_of_a_signal_costs_no_more_than_itself() throws Exception {
    List<FieldError> warnings = new ArrayList<>();
    FieldReader fields =
        FieldReader.ofSignal(
            new ObjectMapper()
                .readTree("{\"a\":\"x\\u0000y\",\"b\":[1],\"c\":\"x\\ud83d\",\"d\":\"long\"}"));
    FieldReader optional = fields.optional(warnings);

    assertThat(optional.text("a")).isEqualTo("xy");
    assertThat(optional.text("b")).isNull();
    assertThat(optional.text("c")).isNull();
    assertThat(optional.text("d", 3)).isNull();
    assertThat(fields.errors()).isEmpty();
    assertThat(warnings)
        .containsExactly(
            new FieldError("a", "Control characters were taken out"),
            new FieldError("b", "A text, not an object or a list; left out"),
            new FieldError("c", "Not a text: it has half of a character; left out"),
            new FieldError("d", "Longer than 3 characters; left out"));
  }

  @Test
  void a_form_sends_numbers_that_are_read_as_texts_but_in_json_a_text_is_a_string() {
    FieldReader json = FieldReader.ofJson(Map.of("a", 5));

    assertThat(form(Map.of("a", 5)).text("a")).isEqualTo("5");
    assertThat(json.text("a")).isNull();
    assertThat(json.errors()).containsExactly(new FieldError("a", "not a text"));
  }

  @Test
  void a_sender_of_signals_reads_whole_sentences() throws Exception {
    FieldReader fields =
        FieldReader.ofSignal(
            new ObjectMapper().readTree("{\"a\":\"xx\",\"b\":[1],\"c\":7,\"d\":null}"));

    assertThat(fields.text("a", 1)).isNull();
    assertThat(fields.text("b")).isNull();
    assertThat(fields.text("c")).isEqualTo("7");
    assertThat(fields.text("d")).isNull();
    assertThat(fields.errors())
        .containsExactly(
            new FieldError("a", "Longer than 1 characters"),
            new FieldError("b", "A text, not an object or a list"));
  }

  // What must be there

  @Test
  void a_missing_text_is_told_with_its_own_sentence() {
    FieldReader fields = form(Map.of("a", " "));

    assertThat(fields.requiredText("a", "say why", 10)).isNull();
    assertThat(fields.errors()).containsExactly(new FieldError("a", "say why"));
  }

  @Test
  void what_is_wrong_already_is_not_told_as_missing_too() {
    FieldReader fields = form(Map.of("a", "x\u0000y"));

    fields.requiredText("a", "say why", 10);
    fields.wrong("hours.mon", "no span");
    fields.missing("hours", "say from when to when");

    assertThat(fields.errors()).extracting(FieldError::field).containsExactly("a", "hours.mon");
    assertThat(fields.isWrong("hours")).isTrue();
    assertThat(fields.isWrong("hour")).isFalse();
  }

  @Test
  void sent_as_nothing_is_told_from_not_sent() {
    FieldReader fields = form(Collections.singletonMap("a", null));

    assertThat(fields.has("a")).isTrue();
    assertThat(fields.has("b")).isFalse();
  }

  // Allowed words

  @Test
  void a_word_that_is_not_allowed_is_told_with_those_that_are() {
    FieldReader fields = form(Map.of("a", "maybe"));
    List<String> words = List.of("yes", "no");

    fields.oneOf("a", words);
    fields.oneOf("b", words);

    assertThat(fields.errors())
        .containsExactly(
            new FieldError("a", "'maybe' is not one of yes, no", words),
            new FieldError("b", "say one of yes, no", words));
    assertThat(form(Map.of("a", "yes")).oneOf("a", words)).isEqualTo("yes");
  }

  @Test
  void an_optional_word_may_be_absent_but_not_wrong() {
    FieldReader fields = form(Map.of("a", "maybe"));

    assertThat(fields.optionalOneOf("b", List.of("yes"))).isNull();
    assertThat(fields.errors()).isEmpty();
    fields.optionalOneOf("a", List.of("yes"));
    assertThat(fields.isWrong("a")).isTrue();
  }

  @Test
  void a_list_has_words_without_commas_and_a_null_in_it_is_none() {
    FieldReader fields =
        form(
            Map.of(
                "a", List.of("de", "fr"),
                "b", List.of("de,fr"),
                "c", Arrays.asList("de", null),
                "d", "de",
                "e", List.of("toolong")));

    assertThat(fields.words("a", 2)).containsExactly("de", "fr");
    assertThat(fields.words("f", 2)).isEmpty();
    for (String field : List.of("b", "c", "d", "e")) {
      assertThat(fields.words(field, 5)).as(field).isNull();
    }
    assertThat(fields.errors()).hasSize(4);
  }

  // Yes or no, numbers, money

  @Test
  void only_true_and_false_are_booleans() {
    FieldReader fields = form(Map.of("a", true, "b", "true"));

    assertThat(fields.bool("a")).isTrue();
    assertThat(fields.bool("c")).isNull();
    assertThat(fields.errors()).isEmpty();
    assertThat(fields.bool("b")).isNull();
    assertThat(fields.errors()).containsExactly(new FieldError("b", "true or false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "-1", "1.5", "ten", "99999999999"})
  void a_number_outside_its_bounds_or_none_at_all_is_refused(String text) {
    FieldReader fields = form(Map.of("a", text));

    assertThat(fields.number("a", 1, 10)).isNull();
    assertThat(fields.errors()).containsExactly(new FieldError("a", "a whole number from 1 to 10"));
  }

  @Test
  void a_form_sends_digits_but_in_json_a_number_is_a_number() {
    FieldReader json = FieldReader.ofJson(Map.of("a", "7", "b", 7, "c", ""));

    assertThat(form(Map.of("a", " 7 ")).number("a", 1, 10)).isEqualTo(7);
    assertThat(json.number("b", 1, 10)).isEqualTo(7);
    assertThat(json.number("d", 1, 10)).isNull();
    assertThat(json.errors()).isEmpty();
    assertThat(json.number("a", 1, 10)).isNull();
    assertThat(json.number("c", 1, 10)).isNull();
    assertThat(json.errors()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "12500, 12500.00, ",
    "12500.5, 12500.50, ",
    "1.005, , more than two decimals",
    "-1, , 'not an amount, such as 12500 or 12500.50'",
    "much, , 'not an amount, such as 12500 or 12500.50'",
    "1e3, 1000.00, ",
    "1e2147483647, , 'not an amount, such as 12500 or 12500.50'",
    "1e-2147483647, , more than two decimals",
    "12345678901234, , 'not an amount, such as 12500 or 12500.50'"
  })
  void an_amount_has_two_decimals_and_is_not_negative(
      String text, BigDecimal amount, String message) {
    FieldReader fields = form(Map.of("a", text));

    assertThat(fields.amount("a")).isEqualTo(amount);
    assertThat(fields.errors())
        .isEqualTo(message == null ? List.of() : List.of(new FieldError("a", message)));
  }

  @Test
  void a_currency_is_an_iso_code_and_must_be_said() {
    FieldReader fields = form(Map.of("a", "EUR", "b", "euro"));

    assertThat(fields.currency("a")).isEqualTo("EUR");
    assertThat(fields.errors()).isEmpty();
    assertThat(fields.currency("b")).isNull();
    assertThat(fields.currency("c")).isNull();
    assertThat(fields.errors()).extracting(FieldError::field).containsExactly("b", "c");
  }

  // Time

  @Test
  void an_instant_has_an_offset_or_is_a_date_of_a_form() {
    FieldReader fields =
        form(Map.of("a", "2026-11-22T13:00:00+01:00", "b", Date.from(NOON), "c", "2026-11-22"));

    assertThat(fields.instant("a")).isEqualTo(NOON);
    assertThat(fields.instant("b")).isEqualTo(NOON);
    assertThat(fields.errors()).isEmpty();
    assertThat(fields.instant("c")).isNull();
    assertThat(fields.isWrong("c")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20266-12-24", "1969-12-31", "2026-02-30", "soon"})
  void a_day_beyond_our_time_is_a_slip(String text) {
    FieldReader fields = form(Map.of("a", text));

    assertThat(fields.date("a")).isNull();
    assertThat(fields.errors())
        .containsExactly(new FieldError("a", "not a date, such as 2026-12-24"));
    assertThat(FieldReader.isDay(text)).isFalse();
  }

  @Test
  void a_day_is_a_text_or_a_date_of_a_form() {
    FieldReader fields = form(Map.of("a", "2026-11-22", "b", Date.from(NOON)));

    assertThat(List.of(fields.date("a"), fields.date("b")))
        .containsOnly(LocalDate.of(2026, 11, 22));
    assertThat(FieldReader.isDay("2026-11-22")).isTrue();
  }

  // Errors

  @Test
  void an_object_inside_tells_its_fields_with_their_path() {
    FieldReader fields = form(Map.of());
    FieldReader lead = fields.inside("lead.", Map.of("email", "x".repeat(5)));

    lead.text("email", 4);
    lead.inside("consent.", Map.of()).wrong("at", "no instant");

    assertThat(fields.errors())
        .extracting(FieldError::field)
        .containsExactly("lead.email", "lead.consent.at");
    assertThat(lead.isWrong("email")).isTrue();
    assertThat(fields.isWrong("email")).isFalse();
  }

  @Test
  void all_errors_are_told_at_once_and_nothing_without_one() {
    FieldReader fields = form(Map.of());
    assertThatCode(fields::check).doesNotThrowAnyException();
    fields.wrong("a", "not this");
    fields.wrong("b", "not that");

    InvalidInput refused = catchThrowableOfType(InvalidInput.class, fields::check);
    InvalidInput worded =
        catchThrowableOfType(InvalidInput.class, () -> fields.check("Nothing was saved"));

    assertThat(refused).hasMessage("a: not this; b: not that");
    assertThat(worded).hasMessage("Nothing was saved");
    assertThat(worded.errors()).isEqualTo(fields.errors()).hasSize(2);
  }

  private static FieldReader form(Map<String, Object> values) {
    return new FieldReader(values);
  }
}
