package dev.baton.web.lead.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.people.People;
import dev.baton.web.lead.search.LeadFilter.LeadOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads are found by what people know of them, in the order that a person works in. */
class LeadFilterTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  private LeadActor ada;
  private LeadActor otto;
  private LeadActor zoe;

  @BeforeEach
  void three_leads() {
    ada =
        house
            .lead("ada@acme.example")
            .with("firstName", "Ada")
            .with("lastName", "Lovelace")
            .with("company", "Acme Engines")
            .with("externalId", "CRM-100%")
            .whoFits()
            .does("demo_requested", Map.of("source", "webinar", "campaign", "spring"));
    house.passes(Duration.ofMinutes(1));
    otto =
        house
            .lead("otto@größe.example")
            .with("firstName", "Otto")
            .with("lastName", "Öhler")
            .with("company", "Engines of Bonn")
            .does("contact_sales", Map.of("source", "fair"));
    house.passes(Duration.ofMinutes(1));
    zoe = house.lead("zoe@acme.example").does("page_view");
  }

  private List<String> found(LeadFilter filter) {
    return new LeadSearch(house.db())
        .ids(filter, house.bean(People.class).find("mona").orElseThrow(), 0, 50);
  }

  private List<String> found(String typed) {
    return found(
        new LeadFilter(
            null,
            LeadFilter.words(typed),
            null,
            null,
            null,
            null,
            null,
            LeadTimes.ANY,
            LeadOrder.NEWEST));
  }

  private static LeadFilter filter(
      @Nullable String source,
      @Nullable String campaign,
      @Nullable Integer minScore,
      LeadOrder order) {
    return new LeadFilter(
        null, List.of(), null, null, source, campaign, minScore, LeadTimes.ANY, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "lovelace ADA", "Love acme", "engines lov", "crm-100%", "ada@acme.ex"})
  void a_lead_is_found_by_pieces_of_its_name_company_address_and_external_id(String typed) {
    assertThat(found(typed)).containsExactly(ada.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada otto", "%", "_", "' or 1=1 --", "nobody"})
  void a_lead_that_lacks_a_word_is_not_found(String typed) {
    assertThat(found(typed)).doesNotContain(otto.id(), zoe.id());
  }

  @Test
  void every_word_counts_and_letters_beyond_ascii_are_found_as_they_are_typed() {
    assertThat(found("engines")).containsExactly(otto.id(), ada.id());
    assertThat(found("Öhler")).containsExactly(otto.id());
    assertThat(found(" ")).containsExactly(zoe.id(), otto.id(), ada.id());
    assertThat(
            LeadFilter.words(String.join(" ", IntStream.range(0, 99).mapToObj(i -> "w").toList())))
        .hasSize(8);
  }

  @Test
  void what_a_lead_was_called_before_finds_it_no_more() {
    house.passes(Duration.ofMinutes(1));
    ada.with("company", "Babbage & Co").does("page_view");

    assertThat(found("acme engines")).isEmpty();
    assertThat(found("babbage")).containsExactly(ada.id());
  }

  @Test
  void source_campaign_and_score_narrow_the_list() {
    assertThat(found(filter("webinar", null, null, LeadOrder.NEWEST))).containsExactly(ada.id());
    assertThat(found(filter(null, "spring", null, LeadOrder.NEWEST))).containsExactly(ada.id());
    assertThat(found(filter("fair", "spring", null, LeadOrder.NEWEST))).isEmpty();
    assertThat(found(filter(null, null, 25, LeadOrder.NEWEST)))
        .containsExactly(otto.id(), ada.id());
    assertThat(found(filter(null, null, 80, LeadOrder.NEWEST))).containsExactly(ada.id());
  }

  @Test
  void the_list_is_in_order_of_score_of_what_is_due_or_of_the_last_signal() {
    assertThat(found(filter(null, null, null, LeadOrder.SCORE)))
        .containsExactly(ada.id(), otto.id(), zoe.id());
    house.ben().accepts(ada);
    assertThat(found(filter(null, null, null, LeadOrder.DUE)))
        .as("a review in hours, a qualification in days, nothing")
        .containsExactly(otto.id(), ada.id(), zoe.id());
    house.passes(Duration.ofMinutes(1));
    ada.does("page_view");
    assertThat(found(filter(null, null, null, LeadOrder.RECENT)))
        .containsExactly(ada.id(), zoe.id(), otto.id());
  }
}
