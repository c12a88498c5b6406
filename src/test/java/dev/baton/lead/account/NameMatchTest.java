package dev.baton.lead.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.CompanyName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two names are one company's. */
class NameMatchTest {

  @ParameterizedTest
  @CsvSource({
    "Müller & Söhne GmbH & Co. KG, muller und sohne",
    "MULLER und SOHNE, muller und sohne",
    "Société Générale S.A., societe generale",
    "Acme G.m.b.H., acme",
    "Ørsted A/S, orsted",
    "'Acme, Inc.', acme",
    "L’Oréal, loreal",
    "Nordwind sp. z o.o., nordwind",
    "GmbH, gmbh",
    "'  ', ''",
    "株式会社, 株式会社",
  })
  void a_name_is_compared_without_case_accents_punctuation_and_legal_form(
      String written, String key) {
    assertThat(CompanyName.of(written).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "Acme GmbH, ACME, 80",
    "Acme GmbH, Acme G.m.b.H., 85",
    "Acme Soft, AcmeSoft Ltd, 70",
    "Acme Deutschland GmbH, Acme, 70",
    "Acme Energy, Acme, 55",
    "Nordwind, Nordwint, 60",
    "Nordwind, Nordwinds, 60",
    "IBX, IBX, 60",
    "Nordwind, Sudwind, 0",
    "Acme, Acne, 0",
    "Acme, Acmeology, 0",
    "'', '', 0",
  })
  void confidence_follows_from_how_alike_two_names_are(String one, String other, int confidence) {
    NameMatch match = NameMatch.of(CompanyName.of(one), CompanyName.of(other));

    assertThat(match.confidence()).as(match.why()).isEqualTo(confidence);
    assertThat(match.reasons().isEmpty()).isEqualTo(confidence == 0);
    assertThat(NameMatch.of(CompanyName.of(other), CompanyName.of(one))).isEqualTo(match);
  }
}
