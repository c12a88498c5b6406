package dev.baton.connect.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+493012345678",
        "+49 30 123 456 78",
        "0049 (0)30 / 12345678",
        "+49 (30) 1234-5678",
        "+49.30.12345678"
      })
  void a_number_with_its_country_is_written_in_one_way(String written) {
    assertThat(InternationalNumber.of(written)).contains("+493012345678");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "030 12345678",
        "12345678",
        "+0 30 12345678",
        "+49",
        "+4930123456789012",
        "+49 30 1234567 ext. 8",
        "call me",
        ""
      })
  void anything_else_is_nobodys(String written) {
    assertThat(InternationalNumber.of(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+5215512345678, +525512345678",
    "+5491112345678, +541112345678",
    "+5511987654321, +551187654321"
  })
  void a_mobile_number_is_one_with_and_without_its_sign(String one, String other) {
    assertThat(InternationalNumber.alike(one)).contains(one, other).hasSize(2);
    assertThat(InternationalNumber.alike(other)).contains(one, other).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+551133334444", "+493012345678", "+15551234567", "+52155"})
  void any_other_number_is_itself(String number) {
    assertThat(InternationalNumber.alike(number)).containsExactly(number);
  }
}
