package dev.baton.handoff.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompanyHandoffsTest {
  /** What H2 plans doesn't depend on how many rows there are: it knows no statistics. */
  @Test
  void a_company_is_read_by_indexes_however_many_handoffs_and_leads_there_are() {
    String plan =
        JdbcClient.create(MigratedDatabase.h2())
            .sql("explain " + CompanyHandoffs.OF_COMPANY)
            .param("account", "a")
            .param("any", 0)
            .query(String.class)
            .single();

    assertThat(plan)
        .contains("HANDOFF_STATE", "HANDOFF_RESULT", "LEAD_ACCOUNT_NEWEST")
        .doesNotContain("tableScan");
  }
}
