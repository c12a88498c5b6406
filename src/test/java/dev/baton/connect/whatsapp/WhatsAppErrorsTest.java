package dev.baton.connect.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.message.DeliveryOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "190, Unauthorized",
    "10, Unauthorized",
    "200, Unauthorized",
    "131031, Unauthorized",
    "130429, Hold",
    "131056, Hold",
    "80007, Hold",
    "131000, Retry",
    "2, Retry",
    "131047, Skipped",
    "131026, Skipped",
    "131050, Skipped",
    "132001, Failed",
    "100, Failed"
  })
  void a_code_says_what_becomes_of_the_message(int code, String outcome) throws Exception {
    assertThat(
            WhatsAppErrors.of(new ObjectMapper().readTree("{\"error\":{\"code\":" + code + "}}")))
        .get()
        .extracting(said -> said.getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @Test
  void an_answer_without_an_error_is_none_and_one_without_a_code_is_tried_again() throws Exception {
    assertThat(WhatsAppErrors.of(new ObjectMapper().readTree("{\"messages\":[]}"))).isEmpty();
    assertThat(WhatsAppErrors.of(new ObjectMapper().readTree("{\"error\":{}}")))
        .get()
        .isInstanceOf(DeliveryOutcome.Retry.class);
  }
}
