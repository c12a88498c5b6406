package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Client.Answer;
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
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Eight thousand real marketing-qualified leads of a marketplace, as hand-raisers that arrive now.
 * The data (CC BY-NC-SA) is no part of this project: {@code -Dbaton.olist} names its folder.
 */
class OlistIT {
  private static final String FILE = "olist_marketing_qualified_leads_dataset.csv";
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @Test
  void eight_thousand_real_leads_become_eight_thousand_reviews(@TempDir Path folder)
      throws Exception {
    String data = System.getProperty("baton.olist");
    assumeThat(data)
        .as("skipped: say where the data lies, -Dbaton.olist=<folder of %s>", FILE)
        .isNotNull();
    List<CSVRecord> rows = read(Path.of(data, FILE));
    assertThat(rows).hasSize(8_000);

    RunningJar jar = new RunningJar(folder);
    Client baton = jar.start();
    try (jar) {
      jar.hire(8);
      Instant began = Instant.now();
      Duration cpu = jar.cpu();
      assertThat(send(baton, rows)).isEqualTo(new Sum(8_000, 0));
      Duration accepted = Duration.between(began, Instant.now());
      awaitReviews(baton, began);
      tell(accepted, Duration.between(began, Instant.now()), jar.cpu().minus(cpu));

      assertThat(send(baton, rows)).isEqualTo(new Sum(0, 8_000));
      assertThat(funnel(baton, "mql")).isEqualTo(origins(rows));
      assertThat(funnel(baton, "leads")).isEqualTo(origins(rows));
    }
    everythingIsThereOnce(jar.database());
  }

  private static void tell(Duration accepted, Duration reviewed, Duration cpu) {
    System.out.printf(
        "Intake of %,d leads: accepted in %d s, all reviews there after %d s, %d s of processor time%n",
        8_000, accepted.toSeconds(), reviewed.toSeconds(), cpu.toSeconds());
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }

  private record Sum(int accepted, int duplicates) {}

  private static Sum send(Client baton, List<CSVRecord> rows) {
    int accepted = 0;
    int duplicates = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      String lines =
          rows.subList(from, from + BATCH).stream()
              .map(OlistIT::signal)
              .collect(Collectors.joining("\n"));
      Answer answer = baton.send("POST", "/api/signals", Client.LINES, lines).is(200);
      assertThat(answer.at("/rejected")).isEmpty();
      assertThat(answer.at("/warnings")).isEmpty();
      accepted += answer.at("/accepted").asInt();
      duplicates += answer.at("/duplicates").asInt();
    }
    return new Sum(accepted, duplicates);
  }

  private static String signal(CSVRecord row) {
    String id = row.get("mql_id");
    Map<String, Object> signal = new HashMap<>();
    signal.put("id", id);
    signal.put("type", "contact_sales");
    signal.put("campaign", row.get("landing_page_id"));
    signal.put("lead", Map.of("externalId", id, "email", id + "@olist.example"));
    signal.put("properties", Map.of("firstContactDate", row.get("first_contact_date")));
    if (!row.get("origin").isBlank()) {
      signal.put("source", row.get("origin"));
    }
    return Client.json(signal);
  }

  private static void awaitReviews(Client baton, Instant began) throws InterruptedException {
    int open;
    do {
      Thread.sleep(500);
      open = reviewsOpen(baton);
      assertThat(Duration.between(began, Instant.now())).isLessThan(PATIENCE);
    } while (open < 8_000);
  }

  private static int reviewsOpen(Client baton) {
    Answer sla = baton.get("/api/insight/sla?by=clock").is(200);
    for (JsonNode row : sla.at("/rows")) {
      if (row.at("/clock").asText().equals("review")) {
        return row.at("/open").asInt();
      }
    }
    return 0;
  }

  private static Map<String, Integer> funnel(Client baton, String figure) {
    Map<String, Integer> funnel = new TreeMap<>();
    baton
        .get("/api/insight/funnel?by=source")
        .is(200)
        .at("/rows")
        .forEach(row -> funnel.put(row.at("/key").asText(), row.at("/" + figure).asInt()));
    return funnel;
  }

  private static Map<String, Integer> origins(List<CSVRecord> rows) {
    return rows.stream()
        .map(row -> row.get("origin").isBlank() ? "(none)" : row.get("origin"))
        .collect(Collectors.toMap(origin -> origin, origin -> 1, Integer::sum, TreeMap::new));
  }

  private static void everythingIsThereOnce(JdbcClient db) {
    List<String> tables =
        new ArrayList<>(
            List.of(
                "lead",
                "signal",
                "handoff where state = 'REVIEW' and owner is not null",
                "deadline where clock = 'review'",
                "ACT_RU_TASK where TASK_DEF_KEY_ = 'reviewLead' and DUE_DATE_ is not null",
                """
                ACT_RU_EXECUTION process
                  join ACT_RE_PROCDEF model on model.ID_ = process.PROC_DEF_ID_
                where process.PARENT_ID_ is null and model.KEY_ = 'lead-handoff'
                """,
                "notice where kind = 'assigned' and channel = 'email'"));
    for (String rows : tables) {
      assertThat(db.sql("select count(*) as n from " + rows).query(Integer.class).single())
          .as(rows)
          .isEqualTo(8_000);
    }
  }
}
