package dev.baton.connect.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.connect.crm.CrmField.Side;
import dev.baton.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmFieldsTest {
  @ParameterizedTest
  @ValueSource(strings = {"hubspot", "salesforce"})
  void each_stage_but_a_visitor_s_has_a_word_in_each_crm(String system) {
    CrmFields fields = new CrmFields(system);

    for (Stage stage : Stage.values()) {
      if (stage != Stage.VISITOR) {
        Map<String, String> there =
            fields.there(CrmObject.CONTACT, Map.of("stage", stage.name(), "status", stage.name()));
        assertThat(there).as(stage.name()).hasSize(2).doesNotContainValue("RECYCLED");
      }
    }
    assertThat(fields.of(CrmObject.CONTACT)).hasSize(13);
  }

  @Test
  void the_end_of_a_deal_is_whose_it_is_first_and_a_name_is_the_crm_s() {
    CrmFields fields = new CrmFields("hubspot");

    assertThat(fields.of(CrmObject.DEAL))
        .filteredOn(field -> field.owner() == Side.EITHER)
        .extracting(CrmField::name)
        .containsExactly("stage");
    assertThat(fields.of(CrmObject.CONTACT))
        .filteredOn(field -> field.owner() == Side.CRM)
        .extracting(CrmField::name)
        .containsExactly("firstName", "lastName", "jobTitle", "phone", "company", "country");
    assertThat(fields.word(CrmObject.DEAL, "stage", "closedwon")).contains("won");
    assertThat(fields.word(CrmObject.DEAL, "stage", "invented")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hubspot", "salesforce"})
  void why_a_deal_was_lost_there_is_one_of_our_reasons_however_it_is_spelled(String system) {
    CrmFields fields = new CrmFields(system);

    assertThat(fields.anyWord(CrmObject.DEAL, "reason", " too EXPENSIVE ")).contains("no_budget");
    assertThat(fields.anyWord(CrmObject.DEAL, "reason", "Mercury in retrograde")).isEmpty();
  }

  @Test
  void a_field_that_a_crm_hasn_t_is_left_out() {
    Map<String, String> deal = Map.of("currency", "EUR", "value", "5");

    assertThat(new CrmFields("salesforce").there(CrmObject.DEAL, deal))
        .containsExactly(Map.entry("Amount", "5"));
    assertThat(new CrmFields("hubspot").there(CrmObject.DEAL, deal)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "12500, 12500.00, true",
    "12500, 12501, false",
    "2026-03-14, 2026-03-14T00:00:00Z, true",
    "2026-03-14, 2026-03-15T00:00:00Z, false",
    "Ada, Ada, true",
    "Ada, ada, false",
    "Ada, , false"
  })
  void numbers_and_days_are_the_same_however_they_are_written(
      String one, String other, boolean same) {
    assertThat(CrmField.isSame(one, other)).isEqualTo(same);
  }
}
