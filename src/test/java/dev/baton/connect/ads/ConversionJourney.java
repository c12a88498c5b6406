package dev.baton.connect.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.HttpCaller;
import dev.baton.connect.conversion.HashedAddress;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ad platforms learn of clicks. */
abstract class ConversionJourney extends SimulatedAdPlatforms {
  @Test
  void an_ad_platform_learns_once_what_became_of_a_click_with_its_value() {
    String lead = lead(email);
    leads.win(lead, 13000);
    settled();

    String hash = HashedAddress.of(email);
    List<SimulatedRecord> google = conversions(GOOGLE, hash);
    assertThat(actions(google)).containsExactly("11", "13", "14");
    assertThat(google).allMatch(one -> one.value("gclid").equals("g-" + email.hashCode()));
    assertThat(google).allMatch(one -> one.changes() == 1);
    assertThat(google.get(0).value("value")).isEqualTo("50");
    SimulatedRecord won = google.get(2);
    assertThat(won.value("value")).startsWith("13000");
    assertThat(won.value("currency")).isEqualTo("EUR");
    assertThat(Duration.between(Instant.parse(won.value("at")), Instant.now()).abs())
        .isLessThan(SOON);
    List<SimulatedRecord> linkedIn = conversions(LINKEDIN, hash);
    assertThat(actions(linkedIn))
        .containsExactly("urn:lla:llaPartnerConversion:21", "urn:lla:llaPartnerConversion:24");
    assertThat(linkedIn.get(1).value("LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID")).isEqualTo("li-1");
    assertThat(linkedIn.get(1).value("currency")).isEqualTo("EUR");
    assertThat(state("google").at("/terms/notSent").toString())
        .contains("baton.connect.google.conversions.sal.id is not set");

    assertThat(
            baton
                .as("marc")
                .get("/api/conversions.csv?from=" + Instant.now().minusSeconds(600))
                .is(200)
                .text())
        .contains("won", hash, "g-" + email.hashCode(), "13000");
  }

  @Test
  void without_consent_nothing_is_sent_and_it_is_visible_why() {
    String lead = lead(email, false, Map.of("gclid", "no-" + company));
    leads.reject(lead);
    settled();

    assertThat(conversions(GOOGLE, "no-" + company)).isEmpty();
    assertThat(state("google").at("/terms/notSent").toString()).contains("has not consented");
    assertThat(admin.get("/connections").is(200).text()).contains("has not consented");
    assertThat(baton.as("marc").get("/api/conversions.csv").is(200).text())
        .doesNotContain(HashedAddress.of(email));
  }

  @Test
  void consent_that_is_withdrawn_before_it_is_sent_counts() {
    admin.send("POST", "/api/connections/google/pause", null, "").is(200);
    String lead = lead(email);
    leads.withdraw(email, "email");
    admin.send("POST", "/api/connections/google/resume", null, "").is(200);
    settled();

    assertThat(lead).isNotEmpty();
    assertThat(conversions(GOOGLE, HashedAddress.ofGoogle(email))).isEmpty();
  }

  @Test
  void a_lead_that_comes_back_is_one_conversion() {
    String lead = lead(email);
    leads.reject(lead);
    db.sql("update stage_entry set cooling_until = null where lead_id = :lead")
        .param("lead", lead)
        .update();
    lead(email);
    baton.as("mona").await("/api/leads/" + lead, l -> l.at("/stage").asText().equals("MQL"));
    settled();

    assertThat(actions(conversions(GOOGLE, HashedAddress.of(email)))).containsExactly("11");
    assertThat(state("google").at("/terms/notSent").toString()).contains("counted before");
  }

  @Test
  void a_token_that_expires_in_the_middle_is_had_anew() {
    lead("first." + email);
    settled();
    int logins = GOOGLE.logins();
    GOOGLE.faults().next(Fault.EXPIRED_TOKEN);

    lead(email);
    settled();

    assertThat(GOOGLE.logins()).isEqualTo(logins + 1);
    assertThat(conversions(GOOGLE, HashedAddress.of(email))).hasSize(1);
  }

  @Test
  void a_test_says_whether_a_platform_takes_our_calls() {
    assertThat(admin.send("POST", "/api/connections/google/test", null, "").is(200).text())
        .contains("\"works\":true");
    LINKEDIN.faults().next(Fault.INTERNAL_ERROR);
    assertThat(admin.send("POST", "/api/connections/linkedin/test", null, "").is(200).text())
        .contains("it answered 500");
    admin
        .send(
            "PUT",
            "/api/connections/google",
            HttpCaller.OBJECT,
            HttpCaller.json(Map.of("events", List.of("deadline"))))
        .isProblem(422);
  }

  @Test
  @Tag("nightly")
  void after_all_faults_each_conversion_is_there_once() {
    many(4);
  }

  @Test
  @Tag("nightly")
  void after_an_outage_of_both_hundreds_of_conversions_are_there_once() {
    many(200);
  }

  private void many(int leads) {
    GOOGLE
        .faults()
        .next(Fault.TOO_MANY_WITH_REST, Fault.LOST_ANSWER, Fault.ERROR_INSIDE, Fault.LOST_ANSWER);
    LINKEDIN.faults().next(Fault.ERROR_INSIDE, Fault.LOST_ANSWER, Fault.TOO_MANY_WITH_REST);
    GOOGLE.faults().share(0.05);
    LINKEDIN.faults().share(0.05);
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < leads; i++) {
      addresses.add("lead%d.%s".formatted(i, email));
      lead(addresses.get(i));
    }
    GOOGLE.faults().down(true);
    LINKEDIN.faults().down(true);
    lead("late." + email);
    GOOGLE.faults().down(false);
    LINKEDIN.faults().down(false);
    await()
        .atMost(Duration.ofMinutes(5))
        .until(
            () ->
                state("google").at("/waiting").asInt() + state("linkedin").at("/waiting").asInt()
                    == 0);
    settled();

    for (String address : addresses) {
      String hash = HashedAddress.of(address);
      assertThat(actions(conversions(GOOGLE, hash))).as(address).containsExactly("11");
      assertThat(conversions(LINKEDIN, hash)).as(address).hasSize(1);
    }
  }
}
