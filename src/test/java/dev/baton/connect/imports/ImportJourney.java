package dev.baton.connect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.SentStatements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /api/imports} as a marketer uses it, on one database. */
abstract class ImportJourney {
  private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");
  private static final String CSV = "text/csv";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int ROWS_OF_CHUNK = 500;

  /** At most, begin and commit among them. */
  private static final int STATEMENTS_A_CHUNK = 18;

  /** To begin and to end an import, and to look whether there is another one. */
  private static final int STATEMENTS_AROUND = 12;

  private static final List<String> TABLES =
      List.of(
          "lead",
          "account",
          "profile_value",
          "stage_entry",
          "funnel_entry",
          "score_entry",
          "signal",
          "imported_lead",
          "handoff",
          "notice",
          "nurture");

  @Autowired JdbcClient db;
  @Autowired SentStatements statements;
  @Autowired ImportJob job;
  @Autowired ImportRuns runs;
  private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
  }

  private String address(String name) {
    return "%s@%s.example".formatted(name, company);
  }

  private Answer send(String query, String type, byte[] file) {
    return marc.send(
        HttpRequest.newBuilder(marc.root().resolve("/api/imports" + query))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(file)));
  }

  private Answer send(String query, String csv) {
    return send(query, CSV, csv.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode imported(String query, String csv) {
    return done(send(query, csv));
  }

  private JsonNode done(Answer started) {
    return ends(started.is(202).at("/id").asText(), "done");
  }

  private JsonNode ends(String id, String state) {
    return marc.await("/api/imports/" + id, json -> json.at("/state").asText().equals(state));
  }

  private JsonNode undone(JsonNode done) {
    String id = done.at("/id").asText();
    marc.send("POST", "/api/imports/%s/undo".formatted(id), null, "").is(200);
    return ends(id, "undone");
  }

  private JsonNode lead(String name) {
    JsonNode items = marc.get("/api/leads?email=" + address(name)).is(200).at("/items");
    assertThat(items).hasSize(1);
    return marc.get("/api/leads/" + items.at("/0/id").asText()).is(200).json();
  }

  private String known(String name, String field) {
    return db.sql(
            """
            select p.content from profile_value p join lead l on l.id = p.lead_id
            where l.email = :email and p.field = :field order by p.id desc limit 1
            """)
        .param("email", address(name))
        .param("field", field)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    TABLES.forEach(
        table ->
            counts.put(
                table, db.sql("select count(*) as n from " + table).query(Long.class).single()));
    return counts;
  }

  private int funnelLeads(String source) {
    for (JsonNode row : marc.get("/api/insight/funnel?by=source").is(200).at("/rows")) {
      if (row.at("/key").asText().equals(source)) {
        return row.at("/leads").asInt();
      }
    }
    return 0;
  }

  // Statements

  @Test
  void a_chunk_of_new_leads_is_read_and_written_once_for_all_of_them() {
    StringBuilder file = new StringBuilder("email,firstName,jobTitle,company,country,createdAt\n");
    for (int row = 0; row < 2 * ROWS_OF_CHUNK; row++) {
      file.append(
          "p%d@%d.%s.example,Ada,VP Sales,%s %d,DE,2024-03-14\n"
              .formatted(row, row, company, company, row));
    }
    statements.listen();

    JsonNode done = imported("?as=leads", file.toString());

    List<String> sent = sinceTaken(statements.heard("import-"));
    assertThat(done.at("/rows/made").asInt()).isEqualTo(2 * ROWS_OF_CHUNK);
    assertThat(sent.size())
        .as(String.join("\n", sent))
        .isBetween(2 * STATEMENTS_A_CHUNK, 2 * STATEMENTS_A_CHUNK + STATEMENTS_AROUND);
  }

  /** Without the looks at an empty queue before it, of which there may be any number. */
  private static List<String> sinceTaken(List<String> statements) {
    return statements.stream()
        .dropWhile(statement -> !statement.startsWith("update import_run set lease_until"))
        .toList();
  }

  // Leads

  @Test
  void an_export_is_taken_as_it_comes_and_starts_nothing() {
    String file =
        "\uFEFFRecord ID;First Name;Last Name;Email;Company name;Number of Employees;Country/Region;"
            + "Original Source;Create Date;Website URL;Owner note\r\n"
            + "%s-1;Ada;\"King; Lovelace\";%s;\"Acme \"\"Ltd\"\"\";1.200;Germany;%s;14.03.2024 09:30;https://www.%s.example/about;x\r\n"
                .formatted(company, address("ada"), company, company)
            + "\r\n"
            + "%s-2;Ben;Ö;%s;;51-200;Österreich;%s;2024-04-01;;\r\n"
                .formatted(company, address("ben"), company);
    Map<String, Long> before = counts();

    JsonNode done = done(send("?as=leads", CSV, file.getBytes(StandardCharsets.UTF_16LE)));

    assertThat(done.at("/rows/made").asInt()).isEqualTo(2);
    assertThat(done.at("/rows/refused").asInt()).isZero();
    assertThat(done.at("/remarks")).isEmpty();
    JsonNode ada = lead("ada");
    assertThat(ada.at("/stage").asText()).isEqualTo("LEAD");
    assertThat(ada.at("/name").asText()).isEqualTo("Ada King; Lovelace");
    assertThat(known("ada", "company")).isEqualTo("Acme \"Ltd\"");
    assertThat(known("ada", "companySize")).isEqualTo("1200");
    assertThat(known("ada", "country")).isEqualTo("DE");
    assertThat(known("ada", "domain")).isEqualTo(company + ".example");
    assertThat(known("ben", "country")).isEqualTo("AT");
    assertThat(known("ben", "companySize")).isEqualTo("51-200");
    assertThat(funnelLeads(company)).isEqualTo(2);
    assertThat(
            db.sql("select count(*) as n from lead where email = :e and created_at = :at")
                .param("e", address("ada"))
                .param("at", java.time.OffsetDateTime.parse("2024-03-14T09:30:00Z"))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    Map<String, Long> after = counts();
    for (String table : List.of("handoff", "notice", "nurture", "signal", "score_entry")) {
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }
  }

  @Test
  void columns_are_known_by_their_names_in_the_languages_of_the_territories() {
    String file =
        "Firma\tVorname\tNachname\tE-Mail-Adresse\tMitarbeiterzahl\tLand\tStellenbezeichnung\n"
            + "Müller & Söhne\tJörg\tMüßig\t%s\t80\tSchweiz\tGeschäftsführer\n"
                .formatted(address("joerg"));

    JsonNode done = done(send("?as=leads", CSV, file.getBytes(Charset.forName("windows-1252"))));

    assertThat(done.at("/rows/made").asInt()).isEqualTo(1);
    assertThat(known("joerg", "company")).isEqualTo("Müller & Söhne");
    assertThat(known("joerg", "lastName")).isEqualTo("Müßig");
    assertThat(known("joerg", "jobTitle")).isEqualTo("Geschäftsführer");
    assertThat(known("joerg", "country")).isEqualTo("CH");
  }

  @Test
  void a_spreadsheet_is_read_with_its_dates_and_numbers() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Leads");
      List<String> header =
          List.of("Correo electrónico", "Nombre", "Empleados", "Fecha de creación");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(2, i, header.get(i));
      }
      sheet.value(0, 0, "Leads of the fair");
      sheet.value(3, 0, address("eva"));
      sheet.value(3, 1, "Eva");
      sheet.value(3, 2, 1200);
      sheet.value(3, 3, LocalDateTime.of(2024, 3, 14, 9, 30));
      sheet.style(3, 3).format("dd/mm/yyyy hh:mm").set();
    }

    JsonNode done = done(send("?as=leads", SPREADSHEET, file.toByteArray()));

    assertThat(done.at("/rows/made").asInt()).as(done.toString()).isEqualTo(1);
    assertThat(known("eva", "companySize")).isEqualTo("1200");
    assertThat(
            db.sql("select count(*) as n from lead where email = :e and created_at = :at")
                .param("e", address("eva"))
                .param("at", java.time.OffsetDateTime.parse("2024-03-14T09:30:00Z"))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_number_of_a_spreadsheet_is_that_number_and_a_text_that_text() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Deals");
      List<String> header = List.of("email", "phone", "industry", "mqlAt", "wonAt", "value");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
      }
      sheet.value(1, 0, address("eva"));
      sheet.value(1, 1, "0049301234567");
      sheet.value(1, 2, 12.345);
      sheet.value(1, 5, 12.345);
      sheet.value(2, 0, "nobody");
      sheet.value(2, 5, 12.345);
      sheet.value(1, 3, LocalDateTime.of(2024, 3, 14, 9, 30));
      sheet.value(1, 4, LocalDateTime.of(2024, 4, 14, 9, 30));
      sheet.range(1, 3, 1, 4).style().format("dd/mm/yyyy hh:mm").set();
    }

    JsonNode done = done(send("?as=outcomes", SPREADSHEET, file.toByteArray()));

    assertThat(done.at("/rows/made").asInt()).as(done.toString()).isEqualTo(1);
    assertThat(known("eva", "phone")).isEqualTo("0049301234567");
    assertThat(known("eva", "industry")).isEqualTo("12.345");
    assertThat(
            db.sql(
                    """
                    select max(f.amount) from funnel_entry f
                      join lead l on l.id = f.lead_id where l.email = :e
                    """)
                .param("e", address("eva"))
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("12.35");
    Answer refused =
        marc.get("/api/imports/%s/refused.csv".formatted(done.at("/id").asText())).is(200);
    assertThat(refused.text()).contains("nobody,").contains(",12.35,");
  }

  @Test
  void what_a_customer_of_an_import_does_is_recorded_and_what_they_ask_for_is_told() {
    imported(
        "?as=outcomes", "email,mqlAt,wonAt\n%s,2024-03-14,2024-04-14\n".formatted(address("won")));
    String lead = lead("won").at("/id").asText();

    for (String type : List.of("page_view", "demo_requested")) {
      marc.post("/api/signals", Map.of("type", type, "lead", Map.of("email", address("won"))))
          .is(200);
    }

    assertThat(lead("won").at("/stage").asText()).isEqualTo("CUSTOMER");
    assertThat(lead("won").at("/handoff").isMissingNode()).isTrue();
    assertThat(
            db.sql("select count(*) as n from signal where lead_id = :lead")
                .param("lead", lead)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(
            db.sql("select kind from notice where lead_id = :lead")
                .param("lead", lead)
                .query(String.class)
                .list())
        .as("the managers, once")
        .isNotEmpty()
        .containsOnly("intent");
  }

  @Test
  void a_character_set_that_nothing_tells_is_said_to_be_assumed() {
    byte[] ofAnOldMac =
        "email,lastName\n%s,M\u00fcller\n".formatted(address("ada")).getBytes(MAC_ROMAN);

    Answer tried = send("?as=leads&dryRun=true", CSV, ofAnOldMac).is(200);
    assertThat(tried.at("/format/charset").asText()).isEqualTo("windows-1252");
    assertThat(tried.at("/format/assumed").asBoolean()).isTrue();

    Answer named = send("?as=leads&dryRun=true", CSV + "; charset=x-MacRoman", ofAnOldMac).is(200);
    assertThat(named.at("/format/charset").asText()).isEqualTo("x-MacRoman");
    assertThat(named.at("/format/assumed").asBoolean()).isFalse();

    Answer modern = send("?as=leads&dryRun=true", "email\n%s\n".formatted(address("ada"))).is(200);
    assertThat(modern.at("/format/assumed").asBoolean()).isFalse();
  }

  @Test
  void a_dry_run_says_what_each_row_becomes_and_keeps_nothing() {
    imported("?as=leads", "email\n%s\n".formatted(address("ada")));
    String file =
        "E-Mail,Mitarbeiter,Notes\n%s,12,\n%s,12,\n%s,many,\nnobody,1,\n"
            .formatted(address("ada"), address("ben"), address("ben"));
    Map<String, Long> before = counts();

    Answer tried = send("?as=leads&dryRun=true", file).is(200);

    assertThat(tried.at("/rows").asInt()).isEqualTo(4);
    assertThat(tried.at("/made").asInt()).isEqualTo(1);
    assertThat(tried.at("/joined").asInt()).isEqualTo(2);
    assertThat(tried.at("/refused").asInt()).isEqualTo(1);
    assertThat(tried.at("/items/0/becomes").asText()).isEqualTo("joins");
    assertThat(tried.at("/items/0/joins/email").asText()).isEqualTo(address("ada"));
    assertThat(tried.at("/items/1/becomes").asText()).isEqualTo("new");
    assertThat(tried.at("/items/2/joinsRow").asInt()).isEqualTo(3);
    assertThat(tried.at("/items/2/warnings/0/column").asText()).isEqualTo("Mitarbeiter");
    assertThat(tried.at("/items/3/errors/0/column").asText()).isEqualTo("E-Mail");
    assertThat(tried.at("/items/3/errors/0/message").asText()).contains("nobody");
    assertThat(tried.at("/columns/1/field").asText()).isEqualTo("companySize");
    assertThat(tried.at("/columns/2/by").asText()).isEqualTo("nothing");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void of_two_columns_of_one_name_the_first_counts_however_it_is_mapped() {
    String file = "%%1$s;%%1$s;Tel\n%s;nobody;+49 30 1\n".formatted(address("ada"));
    String mapping = "&mapping=%7B%22Chef%22%3A%22email%22%7D";
    for (Answer tried :
        List.of(
            send("?as=leads&dryRun=true", file.formatted("Email")),
            send("?as=leads&dryRun=true" + mapping, file.formatted("Chef")))) {
      assertThat(tried.is(200).at("/refused").asInt()).isZero();
      assertThat(tried.at("/columns/0/field").asText()).isEqualTo("email");
      assertThat(tried.at("/columns/1/field").isMissingNode()).isTrue();
    }
  }

  @Test
  void a_file_says_who_is_not_to_be_called_or_written_to() {
    imported("?as=leads", "Email;Do Not Call;Email Opt Out\n%s;1;yes\n".formatted(address("ada")));

    assertThat(
            db.sql(
                    """
                    select p.field || '=' || p.content from profile_value p join lead l on l.id = p.lead_id
                    where l.email = :email and p.field like 'consent.%' order by p.field""")
                .param("email", address("ada"))
                .query(String.class)
                .list())
        .containsExactly("consent.email=false", "consent.phone=false");
  }

  @Test
  void refused_rows_come_back_as_a_file_to_correct() {
    JsonNode done =
        imported("?as=leads", "Email;First name\n%s;Ada\nnobody;Ben\n".formatted(address("ada")));

    Answer refused =
        marc.get("/api/imports/%s/refused.csv".formatted(done.at("/id").asText())).is(200);

    assertThat(refused.text())
        .isEqualTo(
            "\uFEFFEmail;First name;Refused because\r\n"
                + "nobody;Ben;Email: 'nobody' is not an e-mail address\r\n");
    JsonNode again = imported("?as=leads", refused.text().replace("nobody", address("ben")));
    assertThat(again.at("/rows/made").asInt()).isEqualTo(1);
  }

  @Test
  void an_import_taken_back_leaves_nothing() {
    imported("?as=leads", "externalId,email\n,%s\n".formatted(address("known")));
    Map<String, Long> before = counts();
    JsonNode done =
        imported(
            "?as=leads&source=" + company,
            "externalId,email,company\n%s-1,%s,Acme\n%s-2,%s,Acme\n%s-3,,Acme\n%s-3,,Acme GmbH\n"
                .formatted(company, address("known"), company, address("new"), company, company));
    assertThat(done.at("/rows/made").asInt()).isEqualTo(2);
    assertThat(done.at("/rows/joined").asInt()).isEqualTo(2);
    assertThat(funnelLeads(company)).isEqualTo(2);

    JsonNode undone = undone(done);

    assertThat(undone.at("/rows/undone").asInt()).isEqualTo(4);
    assertThat(counts()).isEqualTo(before);
    assertThat(funnelLeads(company)).isZero();
    assertThat(known("known", "company")).isNull();
    assertThat(marc.get("/api/leads?externalId=%s-1".formatted(company)).is(200).at("/items"))
        .isEmpty();
  }

  @Test
  void a_lead_that_did_something_since_stays() {
    JsonNode done =
        imported(
            "?as=leads",
            "email,company\n%s,Acme\n%s,Acme\n".formatted(address("ada"), address("ben")));
    marc.post("/api/signals", Map.of("type", "page_view", "lead", Map.of("email", address("ada"))))
        .is(200);

    JsonNode undone = undone(done);

    assertThat(undone.at("/rows/kept").asInt()).isEqualTo(1);
    assertThat(undone.at("/rows/undone").asInt()).isEqualTo(1);
    assertThat(undone.at("/remarks/0/issues/0/message").asText()).contains("stays");
    assertThat(lead("ada").at("/stage").asText()).isEqualTo("LEAD");
    assertThat(known("ada", "company")).isNull();
    assertThat(marc.get("/api/leads?email=" + address("ben")).is(200).at("/items")).isEmpty();
  }

  @Test
  void who_has_opted_out_in_the_other_system_has_here() {
    imported(
        "?as=leads", "Email,Email Opt Out\n%s,true\n%s,\n".formatted(address("a"), address("b")));

    assertThat(known("a", "consent.email")).isEqualTo("false");
    assertThat(known("b", "consent.email")).isNull();
  }

  // What a file doesn't tell

  @Test
  void a_date_that_can_be_two_days_is_asked_for() {
    String file = "email,created at\n%s,03/04/2024\n".formatted(address("ada"));

    send("?as=leads&dryRun=true", file).isProblem(422, "dates");
    send("?as=leads&dryRun=true&dates=mdy", file).is(200);
    send("?as=leads&dryRun=true", file.replace("03/04", "31/04").replace("31/04", "31/03")).is(200);
  }

  @Test
  void columns_are_mapped_by_hand_and_the_next_file_is_read_alike() {
    String file = "Adresse,Chef\n%s,Ada Lovelace\n";
    send("?as=leads&dryRun=true", file.formatted(address("ada"))).isProblem(422, "mapping");
    String mapping =
        URLEncoder.encode("{\"Adresse\": \"email\", \"Chef\": \"name\"}", StandardCharsets.UTF_8);

    imported("?as=leads&mapping=" + mapping, file.formatted(address("ada")));
    JsonNode next = imported("?as=leads", file.formatted(address("bea")));

    assertThat(next.at("/columns/0/by").asText()).isEqualTo("before");
    assertThat(known("bea", "firstName")).isEqualTo("Ada");
    send("?as=leads&mapping=" + mapping.replace("email", "nothing"), file)
        .isProblem(422, "mapping");
    send("?as=leads&mapping=%5B%5D", file).isProblem(422, "mapping");
  }

  @Test
  void a_file_that_can_not_be_read_is_refused_as_a_whole() {
    send("?as=leads", "").isProblem(422, "file");
    send("?as=leads", SPREADSHEET, new byte[] {'P', 'K', 3, 4, 0}).isProblem(422, "file");
    send("?as=leads", CSV, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
        .isProblem(422, "file");
    send("?as=leads", "email,name\n\"a@b.example,Ada\n").isProblem(422, "file");
    send("?as=friends", "email\n").isProblem(422, "as");
    send("?as=leads&dry=true", "email\n").isProblem(422, "dry");
    send("", "email\n").isProblem(422, "as");
  }

  // Signals

  @Test
  void signals_of_a_file_are_recorded_like_any_other_and_once() {
    String file =
        "Email,Ereignis,Datum,asset\n%s,content_downloaded,2026-01-05 10:00,ebook\n%s,demo_requested,2026-01-06T10:00:00+01:00,\n%s,,2026-01-06,\n"
            .formatted(address("ada"), address("ada"), address("ada"));

    JsonNode done = imported("?as=signals", file);

    assertThat(done.at("/rows/made").asInt()).as(done.toString()).isEqualTo(2);
    assertThat(done.at("/rows/refused").asInt()).isEqualTo(1);
    assertThat(done.at("/remarks/0/issues/0/column").asText()).isEqualTo("Ereignis");
    assertThat(lead("ada").at("/stage").asText()).isEqualTo("MQL");
    JsonNode again = imported("?as=signals", file);
    assertThat(again.at("/rows/repeated").asInt()).isEqualTo(2);
    JsonNode kept = undone(done);
    assertThat(kept.at("/rows/kept").asInt()).isEqualTo(2);
    assertThat(lead("ada").at("/stage").asText()).isEqualTo("MQL");
  }

  @Test
  void signals_taken_back_leave_nothing_and_no_points() {
    marc.post("/api/signals", Map.of("type", "page_view", "lead", Map.of("email", address("ada"))))
        .is(200);
    int score = lead("ada").at("/score/total").asInt();
    Map<String, Long> before = counts();
    JsonNode done =
        imported(
            "?as=signals&type=webinar_attended&campaign=" + company,
            "email,company\n%s,Acme\n%s,Acme\n".formatted(address("ada"), address("ben")));
    assertThat(lead("ada").at("/score/total").asInt()).isGreaterThan(score);

    JsonNode undone = undone(done);

    assertThat(undone.at("/rows/undone").asInt()).isEqualTo(2);
    assertThat(lead("ada").at("/score/total").asInt()).isEqualTo(score);
    Map<String, Long> after = counts();
    // the log says that ada's score went up and came down again
    assertThat(after.remove("score_entry")).isEqualTo(before.remove("score_entry") + 2);
    assertThat(after).isEqualTo(before);
  }

  // Past outcomes

  @Test
  void past_outcomes_are_counted_at_their_true_dates_and_nothing_is_owed() {
    String file =
        """
        Email,Original Source,MQL date,SAL date,SQL date,Opportunity date,Won date,Lost date,Rejected date,Amount,Currency,Reason
        %s,%s,2024-01-10,2024-01-12,2024-01-15,2024-02-01,2024-03-01,,,"12.500,50",EUR,
        %s,%s,2024-01-11,,,,,2024-02-11,,,,No budget
        %s,%s,2024-01-12,,,,,,2024-01-13,,,low_intent
        %s,%s,2024-01-13,,,,,,,,,
        %s,%s,2024-01-14,2024-01-13,,,,,,,,
        %s,%s,2024-01-15,,,,2024-02-01,2024-02-01,,,,
        """
            .formatted(
                address("won"),
                company,
                address("lost"),
                company,
                address("rejected"),
                company,
                address("open"),
                company,
                address("early"),
                company,
                address("odd"),
                company);
    Map<String, Long> before = counts();

    JsonNode done = imported("?as=outcomes", file);

    assertThat(done.at("/rows/made").asInt()).as(done.toString()).isEqualTo(5);
    assertThat(done.at("/rows/refused").asInt()).isEqualTo(1);
    assertThat(done.at("/remarks/0/issues/0/column").asText()).isEqualTo("MQL date");
    assertThat(done.at("/remarks/0/issues/0/message").asText()).contains("after SAL date");
    assertThat(done.at("/remarks/1/state").asText()).isEqualTo("refused");
    assertThat(done.at("/remarks/1/issues/0/message").asText()).contains("more than one end");
    JsonNode row = funnelRow(company, "?by=source&from=2024-01-01&to=2024-02-01");
    assertThat(row.at("/leads").asInt()).isEqualTo(5);
    assertThat(row.at("/mql").asInt()).isEqualTo(5);
    assertThat(row.at("/sal").asInt()).isEqualTo(2);
    assertThat(row.at("/sql").asInt()).isEqualTo(1);
    assertThat(row.at("/opportunity").asInt()).isEqualTo(1);
    assertThat(row.at("/customer").asInt()).isEqualTo(1);
    assertThat(row.at("/lost").asInt()).isEqualTo(1);
    assertThat(row.at("/wonValue").toString()).contains("12500.5");
    assertThat(row.at("/medianHoursToSql").asDouble()).isEqualTo(120);
    assertThat(lead("won").at("/stage").asText()).isEqualTo("CUSTOMER");
    assertThat(lead("lost").at("/stage").asText()).isEqualTo("RECYCLED");
    assertThat(lead("open").at("/stage").asText()).isEqualTo("RECYCLED");
    Map<String, Long> after = counts();
    for (String table : List.of("handoff", "notice", "nurture", "signal", "score_entry")) {
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }

    Answer again = send("?as=outcomes&dryRun=true", file).is(200);
    assertThat(again.at("/refused").asInt()).isEqualTo(6);
    assertThat(again.at("/items/0/errors/0/message").asText()).contains("history");

    JsonNode undone = undone(done);
    assertThat(undone.at("/rows/undone").asInt()).isEqualTo(5);
    assertThat(counts()).isEqualTo(before);
    assertThat(funnelRow(company, "?by=source")).isNull();
  }

  @Test
  void a_known_lead_gets_its_past_and_loses_it_again() {
    marc.post("/api/signals", Map.of("type", "page_view", "lead", Map.of("email", address("ada"))))
        .is(200);
    List<Map<String, Object>> stages = stages("ada");
    Map<String, Long> before = counts();

    JsonNode done =
        imported(
            "?as=outcomes",
            "email,mql,lost date\n%s,2024-01-10,2024-02-10\n".formatted(address("ada")));

    assertThat(done.at("/rows/joined").asInt()).as(done.toString()).isEqualTo(1);
    assertThat(stages("ada")).hasSize(3);
    assertThat(lead("ada").at("/stage").asText()).isEqualTo("RECYCLED");
    undone(done);
    assertThat(stages("ada")).isEqualTo(stages);
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void a_past_that_went_on_stays() {
    JsonNode done =
        imported("?as=outcomes", "email,mql\n%s,2024-01-10\n".formatted(address("ada")));
    marc.post(
            "/api/signals",
            Map.of("type", "demo_requested", "lead", Map.of("email", address("ada"))))
        .is(200);
    assertThat(lead("ada").at("/stage").asText()).isEqualTo("MQL");

    JsonNode undone = undone(done);

    assertThat(undone.at("/rows/kept").asInt()).isEqualTo(1);
    assertThat(lead("ada").at("/stage").asText()).isEqualTo("MQL");
    assertThat(stages("ada")).hasSize(4);
    send("?as=outcomes&dryRun=true", "email\n").isProblem(422, "mapping");
  }

  private List<Map<String, Object>> stages(String name) {
    return db.sql(
            """
            select stage, entered_at, left_at, is_current from stage_entry s
            join lead l on l.id = s.lead_id where l.email = :email order by s.entered_at, s.id
            """)
        .param("email", address(name))
        .query()
        .listOfRows();
  }

  private JsonNode funnelRow(String source, String query) {
    for (JsonNode row : marc.get("/api/insight/funnel" + query).is(200).at("/rows")) {
      if (row.at("/key").asText().equals(source)) {
        return row;
      }
    }
    return null;
  }

  // In the background

  @Test
  void an_import_that_was_stopped_is_over_and_can_be_taken_back() {
    JsonNode done = imported("?as=leads", "email\n%s\n".formatted(address("ada")));
    String id = done.at("/id").asText();

    marc.send("POST", "/api/imports/%s/cancel".formatted(id), null, "").isProblem(409);
    db.sql(
            "update import_run set state = 'RUNNING', lease_until = current_timestamp + interval '60' second where id = :id")
        .param("id", id)
        .update();
    marc.send("POST", "/api/imports/%s/undo".formatted(id), null, "").isProblem(409);
    Answer cancelled = marc.send("POST", "/api/imports/%s/cancel".formatted(id), null, "").is(200);

    assertThat(cancelled.at("/state").asText()).isEqualTo("cancelled");
    undone(done);
    marc.send("POST", "/api/imports/%s/undo".formatted(id), null, "").isProblem(409);
  }

  @Test
  void what_a_crash_left_goes_on_with_the_rows_that_wait() {
    JsonNode done =
        imported(
            "?as=signals&type=page_view",
            "email\n%s\n%s\n".formatted(address("ada"), address("ben")));
    String id = done.at("/id").asText();
    // it was recorded, and the crash came before that was marked
    db.sql(
            "update import_row set state = 'WAITING', cells = :cells where import_id = :id and line = 3")
        .param("cells", "[\"%s\"]".formatted(address("ben")))
        .param("id", id)
        .update();
    db.sql("update import_run set state = 'RUNNING' where id = :id").param("id", id).update();
    Map<String, Long> before = counts();

    job.goOn();

    JsonNode again = ends(id, "done");
    assertThat(again.at("/rows/made").asInt()).isEqualTo(2);
    assertThat(counts()).isEqualTo(before);
    assertThat(undone(again).at("/rows/undone").asInt()).isEqualTo(2);
  }
}
