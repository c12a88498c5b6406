package dev.baton.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpServer;
import dev.baton.LoopbackMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor says of each thing that Baton needs whether it is there, and what to do. */
class DoctorTest {
  private final GreenMail office = LoopbackMail.serverWithImap();
  private HttpServer web;
  private String printed = "";
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    office.start();
    web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    answer("/api/apps.connections.open", "{\"ok\": true, \"url\": \"wss://slack.example\"}");
    answer("/revoked/apps.connections.open", "{\"ok\": false, \"error\": \"invalid_auth\"}");
    answer("/api/auth.test", "{\"ok\": true, \"user\": \"baton\"}");
    answer("/revoked/auth.test", "{\"ok\": false, \"error\": \"invalid_auth\"}");
    answer("/realm/.well-known/openid-configuration", "{}");
    web.start();
  }

  @AfterEach
  void stop() {
    web.stop(0);
    office.stop();
  }

  @Test
  void a_mailbox_is_looked_at_with_its_login_and_its_folder() {
    office.setUser("box@baton.example", "box", "secret");
    String host = "--baton.imap.host=127.0.0.1";
    String port = "--baton.imap.port=" + office.getImap().getPort();
    ask(
        host,
        port,
        "--baton.imap.tls=none",
        "--baton.imap.user=box",
        "--baton.imap.password=secret");
    assertThat(printed).contains("INBOX at 127.0.0.1 can be read.");
    ask(host, port, "--baton.imap.tls=none", "--baton.imap.user=box", "--baton.imap.password=no");
    assertThat(printed).contains("127.0.0.1 refuses the login.");
    ask(
        host,
        port,
        "--baton.imap.tls=none",
        "--baton.imap.user=box",
        "--baton.imap.password=secret",
        "--baton.imap.folder=Elsewhere");
    assertThat(printed).contains("There is no folder Elsewhere.");
    ask(host, port, "--baton.imap.user=box", "--baton.imap.password=secret");
    assertThat(printed).contains("127.0.0.1 doesn't answer");
  }

  @Test
  void where_all_is_there_the_exit_code_is_0() {
    assertThat(
            ask(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + office.getSmtp().getPort(),
                "--baton.slack.token=xoxb-1",
                "--baton.slack.app-token=xapp-1",
                "--baton.slack.api-url=" + address("/api/"),
                "--spring.security.oauth2.client.provider.company.issuer-uri=" + address("/realm"),
                "--baton.login.groups.sales-reps=sales",
                "--baton.sla.targets.review=95",
                "--baton.zone=Europe/Berlin"))
        .as(printed)
        .isZero();
    assertThat(printed)
        .contains("127.0.0.1 takes our mail")
        .contains("Slack knows us as baton", "Slack takes a connection for answers")
        .contains("The provider company answers")
        .contains("Days of reports begin in Europe/Berlin")
        .contains("H2 2")
        .contains("clocks here and of the database agree")
        .contains("MB are free")
        .endsWith("Baton would run here." + System.lineSeparator());
  }

  @Test
  void what_is_wrong_is_told_with_what_to_do_and_the_exit_code_is_1() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(
              ask(
                  "--server.address=127.0.0.1",
                  "--server.port=" + taken.getLocalPort(),
                  "--spring.mail.host=127.0.0.1",
                  "--spring.mail.port=1",
                  "--baton.slack.token=xoxb-1",
                  "--baton.slack.app-token=xapp-1",
                  "--baton.slack.api-url=" + address("/revoked/"),
                  "--spring.security.oauth2.client.provider.company.issuer-uri=" + address("/none"),
                  "--baton.slak.token=xoxb-1",
                  "--baton.zone=Europe/Berlln"))
          .as(printed)
          .isEqualTo(1);
    }
    assertThat(printed)
        .contains("Nobody reads baton.slak.token")
        .contains("There is no zone Europe/Berlln")
        .contains("127.0.0.1 doesn't answer")
        .contains("Slack refuses baton.slack.app-token: invalid_auth")
        .contains("The provider company answers 404")
        .contains("can't be listened on")
        .contains("Slack refuses baton.slack.token: invalid_auth")
        .contains("7 things have to be mended first.")
        .doesNotContain("xoxb-1", "xapp-1");
  }

  @Test
  void postgresql_is_looked_at_and_one_that_is_not_there_is_told() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      assertThat(
              ask(
                  "--spring.datasource.url=" + url,
                  "--spring.datasource.username=postgres",
                  "--spring.datasource.password=postgres"))
          .as(printed)
          .isZero();
      assertThat(printed).contains("PostgreSQL 17");
    }
    assertThat(ask("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/baton")).isEqualTo(1);
    assertThat(printed)
        .contains("The database can't be reached")
        .contains("Start it, or correct spring.datasource.url");
  }

  @Test
  void it_is_asked_by_a_word_with_or_without_dashes() {
    assertThat(Doctor.isAsked("doctor")).isTrue();
    assertThat(Doctor.isAsked("--server.port=1", "--doctor")).isTrue();
    assertThat(Doctor.isAsked("--server.port=1")).isFalse();
  }

  private int ask(String... settings) {
    List<String> args = new ArrayList<>(List.of("doctor", "--server.port=0"));
    args.add(
        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("baton") + ";MODE=PostgreSQL");
    args.addAll(List.of(settings));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = Doctor.run(new PrintStream(out, true, StandardCharsets.UTF_8), last(args));
    printed = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** Of two values of one setting the later. */
  private static String[] last(List<String> args) {
    return args.stream()
        .filter(
            argument ->
                args.stream()
                    .filter(other -> name(other).equals(name(argument)))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .equals(argument))
        .toArray(String[]::new);
  }

  private static String name(String argument) {
    return argument.replaceFirst("=.*", "");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + web.getAddress().getPort() + path;
  }

  private void answer(String path, String body) {
    web.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
