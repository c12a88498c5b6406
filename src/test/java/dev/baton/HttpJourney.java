package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Leads through the whole application, by HTTP only, on whatever database a subclass names. */
abstract class HttpJourney {
  private static final Map<String, Object> GOOD_FIT =
      Map.of("companySize", 120, "industry", "SaaS", "jobTitle", "VP Sales");

  private HttpCaller marc;
  private HttpCaller mona;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
    mona = baton.as("mona");
  }

  @Test
  void a_demo_request_reaches_a_rep_and_ends_as_a_customer() throws Exception {
    String source = "webinar-" + UUID.randomUUID();
    String lead = send("demo_requested", source);
    JsonNode routed = await(lead, l -> l.at("/handoff/owner").isTextual());
    String owner = routed.at("/handoff/owner").asText();
    assertThat(owner).isIn(TestStaff.REPS);
    assertThat(routed.at("/stage").asText()).isEqualTo("MQL");
    assertThat(routed.at("/score/total").asInt()).isEqualTo(80);
    await(lead, l -> clock(l, "review") != null);
    assertThat(target(lead(lead), "review")).isEqualTo(Duration.ofHours(4));
    String handoff = "/api/handoffs/" + routed.at("/handoff/id").asText();
    HttpCaller rep = baton.as(owner);

    assertThat(state(rep.post(handoff + "/review", Map.of("decision", "accept"))))
        .isEqualTo("QUALIFICATION");
    assertThat(
            state(
                rep.post(
                    handoff + "/qualification",
                    Map.of(
                        "framework", "bant",
                        "decision", "qualify",
                        "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))))))
        .isEqualTo("FIRST_TOUCH");
    assertThat(state(rep.post(handoff + "/touch", Map.of("kind", "call", "outcome", "connected"))))
        .isEqualTo("OPPORTUNITY");
    assertThat(
            state(
                rep.post(
                    handoff + "/opportunity",
                    Map.of(
                        "value", 12500,
                        "currency", "EUR",
                        "stage", "proposal",
                        "nextStep", "Send it"))))
        .isEqualTo("OPPORTUNITY");
    assertThat(state(rep.post(handoff + "/outcome", Map.of("outcome", "won")))).isEqualTo("CLOSED");

    JsonNode won = lead(lead);
    assertThat(won.at("/stage").asText()).isEqualTo("CUSTOMER");
    assertThat(won.at("/handoff/result").asText()).isEqualTo("won");
    assertThat(won.at("/handoff/deadlines")).hasSize(5);
    for (JsonNode deadline : won.at("/handoff/deadlines")) {
      assertThat(deadline.hasNonNull("metAt")).as(deadline.toString()).isTrue();
    }
    assertThat(happened(won, "stage"))
        .containsExactly("CUSTOMER", "OPPORTUNITY", "SQL", "SAL", "MQL", "LEAD");
    assertThat(happened(won, "touch")).containsExactly("call, connected");

    JsonNode funnel = row(mona.get("/api/insight/funnel?by=source").is(200), source);
    for (String stage : new String[] {"leads", "mql", "sal", "sql", "opportunity", "customer"}) {
      assertThat(funnel.at("/" + stage).asInt()).as(stage).isEqualTo(1);
    }
    assertThat(funnel.at("/wonValue").asInt()).isEqualTo(12500);
  }

  @Test
  void a_rejected_lead_goes_back_to_marketing_with_its_reason_and_cools_off() throws Exception {
    String source = "fair-" + UUID.randomUUID();
    String lead = send("demo_requested", source);
    String handoff = handoffOf(lead);

    Answer vague = baton.as("rita").post(handoff + "/review", Map.of("decision", "reject"));
    vague.isProblem(422, "reason");
    Answer invented =
        baton
            .as("rita")
            .post(handoff + "/review", Map.of("decision", "reject", "reason", "bad_vibes"));
    invented.isProblem(422, "reason");
    assertThat(texts(invented.at("/errors/0/allowed")))
        .containsExactlyInAnyOrder("wrong_icp", "low_intent", "duplicate", "unreachable");
    assertThat(lead(lead).at("/handoff/state").asText()).isEqualTo("REVIEW");

    Map<String, Object> no =
        Map.of("decision", "reject", "reason", "low_intent", "note", "Only looking around");
    assertThat(state(baton.as("rita").post(handoff + "/review", no))).isEqualTo("CLOSED");

    JsonNode rejected = lead(lead);
    assertThat(rejected.at("/stage").asText()).isEqualTo("RECYCLED");
    assertThat(rejected.at("/handoff/result").asText()).isEqualTo("rejected");
    assertThat(rejected.at("/handoff/reason").asText()).isEqualTo("low_intent");
    assertThat(happened(rejected, "handoff")).contains("review: reject, low_intent");

    Answer late = baton.as("ben").post(handoff + "/review", Map.of("decision", "accept"));
    late.isProblem(409);
    assertThat(late.at("/state").asText()).isEqualTo("CLOSED");
    assertThat(late.at("/by").asText()).isEqualTo("rita");
    assertThat(Instant.parse(late.at("/at").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));

    JsonNode nos = row(mona.get("/api/insight/rejections?by=source").is(200), source);
    assertThat(nos.at("/reason").asText()).isEqualTo("low_intent");

    signal(rejected.at("/email").asText(), "pricing_page_view", source);
    assertThat(lead(lead).at("/stage").asText()).isEqualTo("RECYCLED");
    signal(rejected.at("/email").asText(), "contact_sales", source);
    JsonNode again = await(lead, l -> l.at("/handoff/cycle").asInt() == 2);
    assertThat(again.at("/stage").asText()).isEqualTo("MQL");
  }

  @Test
  void the_owner_is_told_why_and_by_when_and_the_log_shows_it() throws Exception {
    String lead = send("demo_requested", "search");
    String owner =
        await(lead, l -> l.at("/handoff/owner").isTextual()).at("/handoff/owner").asText();
    JsonNode told =
        mona.await("/api/alerts?leadId=" + lead, alerts -> alerts.at("/items").size() == 1);

    for (JsonNode alert : told.at("/items")) {
      assertThat(alert.at("/kind").asText()).isEqualTo("assigned");
      assertThat(alert.at("/to").asText()).isEqualTo(owner);
      assertThat(alert.at("/subject").asText()).startsWith("New lead to review: ");
    }
    // Nothing is configured here: that is seen once, and no error.
    assertThat(told.findValuesAsText("channel")).containsExactly("slack");
    JsonNode settled =
        mona.await(
            "/api/alerts?leadId=" + lead,
            alerts -> Set.of("skipped").equals(Set.copyOf(alerts.findValuesAsText("state"))));
    assertThat(settled.at("/items")).hasSize(1);
    assertThat(happened(lead(lead), "alert")).hasSize(1);
  }

  @Test
  void the_score_explains_itself_at_any_instant() throws Exception {
    Instant before = Instant.now().minusSeconds(3600);
    String lead = send("demo_requested", "search");

    Answer now = mona.get("/api/leads/" + lead + "/score").is(200);
    assertThat(now.at("/total").asInt()).isEqualTo(80);
    assertThat(sumOfPoints(now)).isEqualTo(80);
    assertThat(now.at("/band").asText()).isEqualTo("hot");
    assertThat(now.at("/missing")).isEmpty();

    Answer past = mona.get("/api/leads/" + lead + "/score?asOf=" + before).is(200);
    assertThat(past.at("/total").asInt()).isZero();
    assertThat(texts(past.at("/missing"))).contains("companySize", "industry", "jobTitle");

    Instant nextYear = Instant.now().plus(Duration.ofDays(365));
    Answer later = mona.get("/api/leads/" + lead + "/score?asOf=" + nextYear).is(200);
    assertThat(later.at("/total").asInt()).isEqualTo(50);
    assertThat(later.at("/behaviour").asInt()).isZero();
    assertThat(sumOfPoints(later)).isEqualTo(50);
  }

  /**
   * Each from a company of its own: a rep who works with the company would get it without a turn.
   */
  private String send(String type, String source) {
    return signal("ada@" + UUID.randomUUID() + ".example", type, source);
  }

  private String signal(String email, String type, String source) {
    Map<String, Object> lead = new java.util.HashMap<>(GOOD_FIT);
    lead.put("email", email);
    Answer sent =
        marc.post("/api/signals", Map.of("type", type, "source", source, "lead", lead)).is(200);
    return sent.at("/lead/id").asText();
  }

  private String handoffOf(String lead) throws InterruptedException {
    return "/api/handoffs/"
        + await(lead, l -> l.at("/handoff/owner").isTextual()).at("/handoff/id").asText();
  }

  private static String state(Answer answer) {
    return answer.is(200).at("/state").asText();
  }

  private static Duration target(JsonNode lead, String clock) {
    JsonNode deadline = clock(lead, clock);
    return Duration.between(
        Instant.parse(deadline.at("/startedAt").asText()),
        Instant.parse(deadline.at("/dueAt").asText()));
  }

  private static JsonNode clock(JsonNode lead, String clock) {
    return stream(lead.at("/handoff/deadlines"))
        .filter(deadline -> deadline.at("/clock").asText().equals(clock))
        .findFirst()
        .orElse(null);
  }

  private static JsonNode row(Answer figures, String key) {
    return stream(figures.at("/rows"))
        .filter(row -> row.at("/key").asText().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + key + " in " + figures.text()));
  }

  private static String[] happened(JsonNode lead, String what) {
    return stream(lead.at("/timeline"))
        .filter(happening -> happening.at("/what").asText().equals(what))
        .map(happening -> happening.at("/detail").asText())
        .toArray(String[]::new);
  }

  private static int sumOfPoints(Answer score) {
    return stream(score.at("/contributions")).mapToInt(c -> c.at("/points").asInt()).sum();
  }

  private static String[] texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).toArray(String[]::new);
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private JsonNode lead(String id) {
    return mona.get("/api/leads/" + id).is(200).json();
  }

  private JsonNode await(String lead, Predicate<JsonNode> wanted) throws InterruptedException {
    return mona.await("/api/leads/" + lead, wanted);
  }
}
