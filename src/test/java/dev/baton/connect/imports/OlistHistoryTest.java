package dev.baton.connect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnPostgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history of a real marketplace: 8,000 leads and 842 outcomes. The data (CC BY-NC-SA) is no
 * part of this project: {@code -Dbaton.olist} names its folder. Without it the same number is made
 * up.
 */
@OnPostgres
@Tag("nightly")
class OlistHistoryTest {
  private static final int LEADS = 8_000;

  @Autowired JdbcClient db;
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
  }

  private record Row(String id, String page, String origin, String firstContact, String won) {}

  private static List<Row> rows() throws IOException {
    String folder = System.getProperty("baton.olist");
    if (folder == null) {
      return madeUp();
    }
    Map<String, String> won = new HashMap<>();
    read(Path.of(folder, "olist_closed_deals_dataset.csv"))
        .forEach(deal -> won.put(deal.get("mql_id"), deal.get("won_date")));
    return read(Path.of(folder, "olist_marketing_qualified_leads_dataset.csv")).stream()
        .map(
            lead ->
                new Row(
                    lead.get("mql_id"),
                    lead.get("landing_page_id"),
                    lead.get("origin"),
                    lead.get("first_contact_date"),
                    won.getOrDefault(lead.get("mql_id"), "")))
        .toList();
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }

  private static List<Row> madeUp() {
    List<String> origins = List.of("organic_search", "paid_search", "social", "email", "");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < LEADS; i++) {
      String won = i < 842 ? "2018-05-01 10:00:00" : "";
      rows.add(new Row("made-up-" + i, "page-" + i % 12, origins.get(i % 5), "2018-02-01", won));
    }
    return rows;
  }

  @Test
  void the_funnel_by_origin_is_the_files_and_taken_back_nothing_is_left() throws Exception {
    List<Row> rows = rows();
    assertThat(rows).hasSize(LEADS);
    assertThat(rows.stream().filter(row -> !row.won().isEmpty())).hasSize(842);
    StringBuilder file = new StringBuilder("mql_id,landing_page_id,origin,mqlAt,won_date\n");
    rows.forEach(
        row ->
            file.append(
                "%s,%s,%s,%s,%s\n"
                    .formatted(row.id(), row.page(), row.origin(), row.firstContact(), row.won())));
    Map<String, List<Integer>> before = funnel();
    long handoffs = count("handoff");
    long leads = count("lead");
    long entries = count("funnel_entry");

    Instant began = Instant.now();
    String id =
        marc.send("POST", "/api/imports?as=outcomes", "text/csv", file.toString())
            .is(202)
            .at("/id")
            .asText();
    JsonNode done = ends(id, "done");
    Duration took = Duration.between(began, Instant.now());
    System.out.printf("Import of %,d outcomes: %d s%n", LEADS, took.toSeconds());

    assertThat(done.at("/rows/made").asInt()).isEqualTo(LEADS);
    assertThat(done.at("/rows/refused").asInt()).isZero();
    assertThat(funnel()).isEqualTo(together(before, expected(rows)));
    assertThat(count("handoff")).isEqualTo(handoffs);
    assertThat(
            db.sql(
                    """
                    select count(*) as n from funnel_entry e
                    where e.import_id = :id and e.stage = 'CUSTOMER' and e.entered_at <> (
                      select s.entered_at from stage_entry s
                      where s.lead_id = e.lead_id and s.is_current = true)
                    """)
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();

    marc.send("POST", "/api/imports/%s/undo".formatted(id), null, "").is(200);
    JsonNode undone = ends(id, "undone");
    assertThat(undone.at("/rows/undone").asInt()).isEqualTo(LEADS);
    assertThat(funnel()).isEqualTo(before);
    assertThat(count("lead")).isEqualTo(leads);
    assertThat(count("funnel_entry")).isEqualTo(entries);
  }

  private JsonNode ends(String id, String state) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> marc.get("/api/imports/" + id).json(),
            json -> json.at("/state").asText().equals(state));
  }

  private long count(String table) {
    return db.sql("select count(*) as n from " + table).query(Long.class).single();
  }

  /** MQLs and customers by origin. */
  private Map<String, List<Integer>> funnel() {
    Map<String, List<Integer>> funnel = new TreeMap<>();
    marc.get("/api/insight/funnel?by=source")
        .is(200)
        .at("/rows")
        .forEach(
            row ->
                funnel.put(
                    row.at("/key").asText(),
                    List.of(row.at("/mql").asInt(), row.at("/customer").asInt())));
    return funnel;
  }

  private static Map<String, List<Integer>> expected(List<Row> rows) {
    Map<String, List<Integer>> expected = new TreeMap<>();
    rows.forEach(
        row ->
            expected.merge(
                row.origin().isBlank() ? "(none)" : row.origin(),
                List.of(1, row.won().isEmpty() ? 0 : 1),
                OlistHistoryTest::sum));
    return expected;
  }

  private static Map<String, List<Integer>> together(
      Map<String, List<Integer>> some, Map<String, List<Integer>> others) {
    Map<String, List<Integer>> all = new TreeMap<>(some);
    others.forEach((key, value) -> all.merge(key, value, OlistHistoryTest::sum));
    return all;
  }

  private static List<Integer> sum(List<Integer> one, List<Integer> other) {
    return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1));
  }
}
