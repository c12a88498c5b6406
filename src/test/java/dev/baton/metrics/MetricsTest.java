package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.baton.HttpCaller;
import dev.baton.OnPostgres;
import dev.baton.TestStaff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is scraped, by whom, and whether dashboard and alert rules ask for what is there. */
@OnPostgres
class MetricsTest {
  private static final String PATH = "/actuator/prometheus";
  private static final String OUTSIDE = "203.0.113.9";
  private static final Pattern NAME = Pattern.compile("\\b(?:[a-z]+_)+[a-z]+\\b");

  /** What an expression has besides metrics. */
  private static final Set<String> NO_METRIC = Set.of("first_touch");

  private HttpCaller baton;

  @BeforeEach
  void open(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @Test
  void signals_mqls_handoffs_deadlines_messages_jobs_and_decisions_are_counted() {
    double signals = value("baton_signals_total");
    double mqls = value("baton_mqls_total");
    String lead = handRaiser();

    assertThat(value("baton_signals_total")).isGreaterThan(signals);
    assertThat(value("baton_mqls_total")).isGreaterThan(mqls);
    baton.as("mona").await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"));
    assertThat(scraped())
        .contains("baton_handoffs_open{state=\"REVIEW\"}")
        .contains("baton_deadlines_running{clock=\"review\"}")
        .contains("baton_deadlines_overdue{clock=\"first_touch\"}")
        .contains("baton_deadlines_missed{clock=\"route\"}")
        .contains("baton_outbox_pending{channel=\"slack\"}")
        .contains("baton_alert_lag_seconds{channel=\"email\"}")
        .contains("baton_job_lag_seconds ", "baton_jobs_failed ")
        .containsPattern("baton_decision_seconds_count\\{table=\"[a-z-]+\"\\} [1-9]");
  }

  @Test
  void no_metric_names_a_person() {
    handRaiser();

    assertThat(scraped()).doesNotContain("@", "rita", "marc");
  }

  @Test
  void metrics_are_for_this_machine_an_administrator_and_whoever_has_the_token() {
    assertThat(baton.get(PATH).is(200).type()).startsWith("text/plain");
    HttpCaller outside = baton.from(OUTSIDE);
    outside.get(PATH).isProblem(401);
    outside.as("admin").get(PATH).is(200);
    outside.as("mona").get(PATH).isProblem(403);
    bearer("wrong-wrong-wrong-wrong").isProblem(401);
    bearer(TestStaff.METRICS_TOKEN).is(200);
    outside.send("POST", PATH, null, "").isProblem(401);
  }

  @Test
  void health_is_told_for_a_restart_and_for_traffic() {
    HttpCaller outside = baton.from(OUTSIDE);

    assertThat(outside.get("/actuator/health/live").is(200).at("/status").asText()).isEqualTo("UP");
    outside.get("/actuator/health/ready").is(200);
    assertThat(outside.get("/actuator/health/ready").at("/components").isMissingNode()).isTrue();
  }

  @Test
  void the_dashboard_asks_for_metrics_that_are_there() throws IOException {
    handRaiser();
    JsonNode dashboard =
        new ObjectMapper().readTree(Path.of("ops/grafana-dashboard.json").toFile());

    List<String> asked = dashboard.findValuesAsText("expr");

    assertThat(asked).hasSizeGreaterThan(12);
    assertThat(asked).isNotEmpty().allSatisfy(this::asksForWhatIsThere);
    assertThat(dashboard.at("/panels").findValues("gridPos"))
        .extracting(place -> place.at("/x") + "," + place.at("/y"))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_alert_rules_ask_for_metrics_that_are_there() throws IOException {
    JsonNode rules =
        new YAMLMapper().readTree(Path.of("ops/alert-rules.yaml").toFile()).at("/groups/0/rules");

    assertThat(rules).hasSizeGreaterThan(7);
    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/alert").asText()).startsWith("Baton");
              assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
              assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
              asksForWhatIsThere(rule.at("/expr").asText());
            });
  }

  private void asksForWhatIsThere(String expression) {
    Matcher names = NAME.matcher(expression);
    Set<String> asked = new TreeSet<>();
    while (names.find()) {
      asked.add(names.group());
    }
    asked.removeAll(NO_METRIC);
    Set<String> there =
        scraped().lines().map(line -> line.split("[ {]", 2)[0]).collect(Collectors.toSet());
    assertThat(there).as(expression).containsAll(asked);
  }

  private HttpCaller.Answer bearer(String token) {
    return baton
        .from(OUTSIDE)
        .send(
            HttpRequest.newBuilder(URI.create(baton.root() + PATH))
                .header("Authorization", "Bearer " + token));
  }

  private String handRaiser() {
    return baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type",
                "demo_requested",
                "lead",
                Map.of("email", UUID.randomUUID() + "@metrics.example")))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private double value(String metric) {
    return scraped()
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private String scraped() {
    return baton.get(PATH).is(200).text();
  }
}
