package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However its domain is written, a company is one account. */
class AccountDomainTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private String accountOf(LeadActor lead) {
    return scenario.bean(Leads.class).find(lead.id()).orElseThrow().accountId();
  }

  @ParameterizedTest
  @CsvSource({
    "acme.example, https://www.acme.example/path",
    "acme.example, WWW.Acme.Example",
    "müller.example, xn--mller-kva.example",
    "müller.example, http://shop.müller.example"
  })
  void a_colleague_s_web_address_leads_to_the_account_of_the_e_mail_domain(
      String domain, String told) {
    LeadActor ada = scenario.lead("ada@" + domain).does("page_view");
    LeadActor bob = scenario.lead("bob@gmail.com").with("domain", told).does("page_view");

    assertThat(accountOf(ada)).isNotNull().isEqualTo(accountOf(bob));
  }
}
