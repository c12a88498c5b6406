package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
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
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marketing-qualified leads of a real marketplace, as hand-raisers that arrive now. The data (CC
 * BY-NC-SA) is no part of this project: {@code -Dbaton.olist} names its folder. Without it the same
 * number of leads is made up. Without channels there are 800 of them, or {@code
 * -Dbaton.olist.leads}.
 */
class OlistIT {
  private static final String FILE = "olist_marketing_qualified_leads_dataset.csv";
  private static final int BATCH = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @Test
  @Tag("nightly")
  void each_lead_becomes_a_review_where_no_channel_is_set_up(@TempDir Path folder)
      throws Exception {
    become_reviews(folder, Integer.getInteger("baton.olist.leads", 800));
  }

  @Test
  @Tag("nightly")
  void eight_thousand_leads_become_eight_thousand_reviews_while_slack_and_mail_tell_of_them(
      @TempDir Path folder) throws Exception {
    try (TakingChannels channels = new TakingChannels()) {
      become_reviews(folder, 8_000, channels.settings());
      System.out.printf(
          "Told meanwhile: %,d over Slack, %,d by mail%n", channels.slack(), channels.mails());
    }
  }

  private static void become_reviews(Path folder, int leads, String... settings) throws Exception {
    List<MarketplaceLead> rows = rows(leads);
    assertThat(rows).hasSize(leads);

    RunningJar jar = new RunningJar(folder, settings);
    HttpCaller baton = jar.start();
    try (jar) {
      jar.hire(8);
      Instant began = Instant.now();
      Duration cpu = jar.cpu();
      assertThat(send(baton, rows)).isEqualTo(new Sum(leads, 0));
      Duration accepted = Duration.between(began, Instant.now());
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> reviewsOpen(baton) >= leads);
      tell(leads, accepted, Duration.between(began, Instant.now()), jar.cpu().minus(cpu));
      System.out.printf("The file has %,d MB%n", jar.databaseSize() / 1_000_000);

      assertThat(send(baton, rows)).isEqualTo(new Sum(0, leads));
      assertThat(funnel(baton, "mql")).isEqualTo(origins(rows));
      assertThat(funnel(baton, "leads")).isEqualTo(origins(rows));
    }
    everythingIsThereOnce(jar.database(), leads);
  }

  private static void tell(int leads, Duration accepted, Duration reviewed, Duration cpu) {
    System.out.printf(
        "Intake of %,d leads: accepted in %d s, all reviews there after %d s, %d s of processor time%n",
        leads, accepted.toSeconds(), reviewed.toSeconds(), cpu.toSeconds());
  }

  /** Qualified lead of the marketplace, as its file describes one. */
  private record MarketplaceLead(String id, String page, String origin, String firstContact) {}

  private static List<MarketplaceLead> rows(int leads) throws IOException {
    String data = System.getProperty("baton.olist");
    if (data == null) {
      return madeUp(leads);
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(Path.of(data, FILE))) {
      return format.parse(reader).stream()
          .limit(leads)
          .map(
              row ->
                  new MarketplaceLead(
                      row.get("mql_id"),
                      row.get("landing_page_id"),
                      row.get("origin"),
                      row.get("first_contact_date")))
          .toList();
    }
  }

  private static List<MarketplaceLead> madeUp(int leads) {
    System.out.println(
        "Made-up leads; for real ones say -Dbaton.olist=<folder of %s>".formatted(FILE));
    List<String> origins = List.of("organic_search", "paid_search", "social", "email", "");
    return IntStream.range(0, leads)
        .mapToObj(
            i ->
                new MarketplaceLead(
                    "made-up-" + i,
                    "page-" + i % 12,
                    origins.get(i % origins.size()),
                    "2018-02-01"))
        .toList();
  }

  private record Sum(int accepted, int duplicates) {}

  private static Sum send(HttpCaller baton, List<MarketplaceLead> rows) {
    int accepted = 0;
    int duplicates = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      String lines =
          rows.subList(from, Math.min(from + BATCH, rows.size())).stream()
              .map(OlistIT::signal)
              .collect(Collectors.joining("\n"));
      Answer answer = baton.send("POST", "/api/signals", HttpCaller.LINES, lines).is(200);
      assertThat(answer.at("/rejected")).isEmpty();
      assertThat(answer.at("/warnings")).isEmpty();
      accepted += answer.at("/accepted").asInt();
      duplicates += answer.at("/duplicates").asInt();
    }
    return new Sum(accepted, duplicates);
  }

  private static String signal(MarketplaceLead row) {
    Map<String, Object> signal = new HashMap<>();
    signal.put("id", row.id());
    signal.put("type", "contact_sales");
    signal.put("campaign", row.page());
    signal.put("lead", Map.of("externalId", row.id(), "email", row.id() + "@olist.example"));
    signal.put("properties", Map.of("firstContactDate", row.firstContact()));
    if (!row.origin().isBlank()) {
      signal.put("source", row.origin());
    }
    return HttpCaller.json(signal);
  }

  private static int reviewsOpen(HttpCaller baton) {
    Answer sla = baton.get("/api/insight/sla?by=clock").is(200);
    for (JsonNode row : sla.at("/rows")) {
      if (row.at("/clock").asText().equals("review")) {
        return row.at("/open").asInt();
      }
    }
    return 0;
  }

  private static Map<String, Integer> funnel(HttpCaller baton, String figure) {
    Map<String, Integer> funnel = new TreeMap<>();
    baton
        .get("/api/insight/funnel?by=source")
        .is(200)
        .at("/rows")
        .forEach(row -> funnel.put(row.at("/key").asText(), row.at("/" + figure).asInt()));
    return funnel;
  }

  private static Map<String, Integer> origins(List<MarketplaceLead> rows) {
    return rows.stream()
        .map(row -> row.origin().isBlank() ? "(none)" : row.origin())
        .collect(Collectors.toMap(origin -> origin, origin -> 1, Integer::sum, TreeMap::new));
  }

  private static void everythingIsThereOnce(JdbcClient db, int leads) {
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
                "(select distinct handoff_id from notice where kind = 'assigned') told"));
    for (String rows : tables) {
      assertThat(db.sql("select count(*) as n from " + rows).query(Integer.class).single())
          .as(rows)
          .isEqualTo(leads);
    }
  }
}
