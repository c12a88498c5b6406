package dev.baton.lead.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To which company leads belong, asked, answered and remembered, on one database. */
abstract class AccountMatchJourney {
  private static final String FREE = "@gmail.com";

  @Autowired AccountMatching matching;
  @Autowired JdbcClient db;

  /** A name that no other test has; its letters stand at the beginning. */
  private final String word =
      UUID.randomUUID().toString().replace("-", "").replaceAll("\\d", "x").substring(0, 12);

  private HttpCaller marc;
  private HttpCaller mona;

  @BeforeEach
  void call(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
    mona = HttpCaller.at(port).as("mona");
  }

  private String lead(String email, String company, String country) {
    return lead("page_view", email, company, country);
  }

  private String lead(String type, String email, String company, String country) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", email);
    if (company != null) {
      lead.put("company", company);
    }
    if (country != null) {
      lead.put("country", country);
    }
    return marc.post("/api/signals", Map.of("type", type, "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private String account(String lead) {
    return marc.get("/api/leads/" + lead).is(200).json().path("accountId").asText("");
  }

  private Answer put(String path, Map<String, Object> body) {
    return mona.send("PUT", path, HttpCaller.OBJECT, HttpCaller.json(body));
  }

  private static Map<String, Object> whose(Object account) {
    Map<String, Object> body = new HashMap<>();
    body.put("account", account);
    return body;
  }

  private List<JsonNode> questions(String about) {
    List<JsonNode> found = new ArrayList<>();
    marc.get("/api/account-questions")
        .is(200)
        .at("/items")
        .forEach(
            one -> {
              if (one.at("/about").asText().equals(about)) {
                found.add(one);
              }
            });
    return found;
  }

  private String timeline(String lead) {
    return marc.get("/api/leads/" + lead).is(200).at("/timeline").toString();
  }

  @Test
  void a_domain_below_a_company_s_own_leads_to_its_account() {
    String ada = lead("ada@%s.example".formatted(word), null, null);
    String bob = lead("bob@mail.%s.example".formatted(word), null, null);

    assertThat(account(bob)).isNotEmpty().isEqualTo(account(ada));
  }

  @Test
  void shared_domains_and_free_mail_make_no_account() {
    String ada = lead("ada-%s@linkedin.com".formatted(word), null, null);
    String bob = lead("bob-%s@pages.linktr.ee".formatted(word), null, null);

    matching.match();

    assertThat(account(ada)).isEmpty();
    assertThat(account(bob)).isEmpty();
  }

  @Test
  void the_same_name_and_country_are_sure_enough_and_say_why() {
    String ada = lead("ada@%s.example".formatted(word), word + " GmbH", "DE");
    String bob = lead("bob-" + word + FREE, word.toUpperCase(Locale.ROOT), "DE");
    assertThat(account(bob)).as("nobody has compared names yet").isEmpty();

    matching.match();

    assertThat(account(bob)).isNotEmpty().isEqualTo(account(ada));
    assertThat(timeline(bob)).contains("\"what\":\"account\"", "\"by\":\"rule\"");
    assertThat(marc.get("/leads/" + bob).is(200).text())
        .contains("90 %: the same name, the same country");
    assertThat(questions(bob)).isEmpty();
  }

  @Test
  void a_name_alone_is_asked_about_and_the_answer_is_remembered() {
    String ada = lead("ada@%s.example".formatted(word), word, null);
    String bob = lead("bob-" + word + FREE, word, null);
    String eve = lead("eve-" + word + FREE, word, null);
    matching.match();

    assertThat(account(bob)).as("never a guess").isEmpty();
    JsonNode asked = questions(bob).get(0);
    assertThat(questions(bob)).hasSize(1);
    assertThat(asked.at("/accountId").asText()).isEqualTo(account(ada));
    assertThat(asked.at("/confidence").asInt()).isEqualTo(80);
    assertThat(asked.at("/reasons").asText()).isEqualTo("the same name");
    assertThat(marc.get("/accounts").is(200).text())
        .contains("Who belongs to which company?", "/api/account-questions/" + asked.at("/id"));
    assertThat(mona.get("/").is(200).text()).contains("/accounts#whose");

    String path = "/api/account-questions/" + asked.at("/id").asText();
    marc.post(path, Map.of("answer", "perhaps")).isProblem(422, "answer");
    marc.post(path, Map.of("answer", "yes")).is(200);
    mona.post(path, Map.of("answer", "no")).isProblem(409);
    assertThat(account(bob)).isEqualTo(account(ada));

    String other = questions(eve).get(0).at("/id").asText();
    marc.post("/api/account-questions/" + other, Map.of("answer", "no")).is(200);
    lead("eve-" + word + FREE, word, null);
    matching.match();
    assertThat(account(eve)).isEmpty();
    assertThat(questions(eve)).as("each question is asked once").isEmpty();
  }

  @Test
  void two_companies_of_one_name_are_told_apart_by_a_person() {
    lead("ada@%s.example".formatted(word), word, "DE");
    lead("ida@%s.test".formatted(word), word, "DE");
    String bob = lead("bob-" + word + FREE, word, "DE");

    matching.match();

    assertThat(account(bob)).isEmpty();
    assertThat(questions(bob)).hasSize(2);
    assertThat(questions(bob).get(0).at("/reasons").asText())
        .contains("but several companies of that name");
  }

  @Test
  void a_company_that_is_met_later_finds_who_named_it_before() {
    String bob = lead("bob-" + word + FREE, word + " AG", "AT");
    matching.match();
    assertThat(account(bob)).isEmpty();

    String ada = lead("ada@%s.example".formatted(word), word, "AT");
    matching.match();

    assertThat(account(bob)).isNotEmpty().isEqualTo(account(ada));
  }

  @Test
  void what_a_person_decides_no_domain_changes() {
    String ada = lead("ada@%s.example".formatted(word), null, null);
    String domain = account(ada);
    String ida = lead("ida@%s.test".formatted(word), word, null);

    put("/api/leads/%s/account".formatted(ada), Map.of()).isProblem(422, "account");
    put("/api/leads/%s/account".formatted(ada), whose("no-such.example")).isProblem(422, "account");
    put("/api/leads/%s/account".formatted(ada), whose(null)).is(200);
    lead("ada@%s.example".formatted(word), word, null);
    matching.match();
    assertThat(account(ada)).as("taken out by a person").isEmpty();

    put("/api/leads/%s/account".formatted(ada), whose(word + ".test")).is(200);
    lead("ada@%s.example".formatted(word), null, null);
    assertThat(account(ada)).isEqualTo(account(ida)).isNotEqualTo(domain);
    assertThat(timeline(ada)).contains("\"by\":\"mona\"");
    assertThat(marc.get("/leads/" + ada).is(200).text())
        .contains("Belongs to no company that we know", "Belongs to " + word);
  }

  @Test
  void parts_of_a_company_go_to_who_looks_after_its_top() {
    String top = account(lead("ada@%s.example".formatted(word), word + " Group", null));
    String part = account(lead("ida@%s.test".formatted(word), word + " Energy", null));
    String partOfPart = account(lead("eve@%s.invalid".formatted(word), "Quite Different", null));
    put("/api/accounts/%s/parent".formatted(part), whose(top)).is(200);
    put("/api/accounts/%s/parent".formatted(partOfPart), whose(part)).is(200);

    put("/api/accounts/%s/parent".formatted(top), whose(partOfPart)).isProblem(422, "account");
    put("/api/accounts/%s/parent".formatted(top), whose(top)).isProblem(422, "account");
    put("/api/accounts/none/parent", whose(top)).isProblem(404);
    put("/api/accounts/%s/owner".formatted(top), Map.of("owner", "rita")).is(200);

    String raised = lead("demo_requested", "joe@%s.invalid".formatted(word), null, null);
    mona.await("/api/leads/" + raised, lead -> lead.at("/handoff/owner").asText().equals("rita"));
    assertThat(marc.get("/accounts/" + part).is(200).text())
        .contains("Part of", word + " Group", "Its parts:", "Quite Different");
  }

  @Test
  void a_company_below_another_one_s_domain_is_part_of_it_and_one_of_its_name_is_asked_about() {
    String part = account(lead("ida@fr.%s.example".formatted(word), null, null));
    String top = account(lead("ada@%s.example".formatted(word), word, null));
    String sister = account(lead("eve@%s.test".formatted(word), word + " France", null));
    matching.match();

    assertThat(marc.get("/accounts/" + part).is(200).text())
        .contains("Part of", "/accounts/" + top);
    JsonNode asked = questions(sister).get(0);
    assertThat(asked.at("/kind").asText()).isEqualTo("part");
    assertThat(asked.at("/accountId").asText()).isEqualTo(top);
    mona.post("/api/account-questions/" + asked.at("/id").asText(), Map.of("answer", "yes"))
        .is(200);
    assertThat(marc.get("/accounts/" + sister).is(200).text()).contains("/accounts/" + top);

    put("/api/accounts/%s/parent".formatted(part), whose(null)).is(200);
    db.sql("update account set compared = false where id in (?, ?)").params(part, top).update();
    matching.match();
    assertThat(marc.get("/accounts/" + part).is(200).text()).doesNotContain("/accounts/" + top);
  }

  @Test
  void who_only_reads_may_not_decide(@LocalServerPort int port) {
    String ada = lead("ada@%s.example".formatted(word), null, null);
    HttpCaller rita = HttpCaller.at(port).as("rita");

    rita.get("/api/account-questions").isProblem(403);
    rita.send(
            "PUT",
            "/api/leads/%s/account".formatted(ada),
            HttpCaller.OBJECT,
            HttpCaller.json(whose(null)))
        .isProblem(403);
  }

  @Test
  void company_signals_stand_on_the_account_page_with_what_they_are_worth_now() {
    String ada = lead("ada@%s.example".formatted(word), word, null);
    Map<String, Object> signal =
        Map.of(
            "id",
            word,
            "type",
            "funding_event",
            "occurredAt",
            Instant.now().minus(Duration.ofDays(48)).toString(),
            "lead",
            Map.of("domain", word + ".example"));
    marc.post("/api/company-signals", signal).is(200);

    assertThat(marc.get("/accounts/" + account(ada)).is(200).text())
        .contains("What is known of the company", "<strong>3</strong>", "of <span>5</span>");
  }
}
