package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.people.Role;
import dev.baton.rejection.campaign.CampaignOwners;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One source is one source, however it is written. */
class SourceSpellingTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_source_and_a_campaign_are_kept_as_they_were_first_written() {
    scenario
        .lead("ada@acme.example")
        .does("demo_requested", Map.of("source", "Gargle", "campaign", "Early Spring"));
    LeadActor bob =
        scenario
            .lead("bob@other.example")
            .does("demo_requested", Map.of("source", "gargle ", "campaign", "EARLY  SPRING"));

    assertThat(bob.handoff().origin().source()).isEqualTo("Gargle");
    assertThat(bob.handoff().origin().campaign()).isEqualTo("Early Spring");
  }

  @Test
  void the_owner_of_a_campaign_is_found_however_it_is_written() {
    CampaignOwners owners = scenario.bean(CampaignOwners.class);
    owners.set("Late Autumn", Map.of("owner", "marc"));
    scenario.hire("nina", Role.MARKETING, null);

    assertThat(owners.of("late autumn")).containsExactly("marc");
    owners.set("LATE AUTUMN", Map.of("owner", "nina"));
    assertThat(owners.all()).containsOnly(Map.entry("Late Autumn", "nina"));
  }
}
