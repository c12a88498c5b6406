package dev.baton.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Baton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as a user starts it, on a database of its own. */
record DemoRun(ServletWebServerApplicationContext context) implements AutoCloseable {

  static final String DATABASE =
      "jdbc:h2:file:%s/demo;MODE=PostgreSQL;WRITE_DELAY=0;LOCK_TIMEOUT=10000;"
          + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT";

  /** A Tuesday morning, so that no test depends on the day it runs. */
  static DemoRun start(Path data, int leads) {
    return new DemoRun(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Baton.class)
                .profiles("demo")
                .run(
                    "--server.port=0",
                    "--spring.datasource.url=" + DATABASE.formatted(data),
                    "--baton.demo.leads=" + leads,
                    "--baton.demo.starts-at=2026-03-10T10:00:00Z"));
  }

  JsonNode get(String user, String path) {
    return http(user).getForObject(url(path), JsonNode.class);
  }

  ResponseEntity<JsonNode> post(String user, String path, Map<String, ?> body) {
    return http(user).postForEntity(url(path), body, JsonNode.class);
  }

  List<String> texts(String sql) {
    return context.getBean(JdbcClient.class).sql(sql).query(String.class).list();
  }

  long number(String sql) {
    return context.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  List<JsonNode> alerts(String leadId, String kind) {
    List<JsonNode> alerts = new ArrayList<>();
    for (JsonNode alert : get("mona", "/api/alerts?leadId=" + leadId).path("items")) {
      if (alert.path("kind").asText().equals(kind)) {
        alerts.add(alert);
      }
    }
    return alerts;
  }

  private static TestRestTemplate http(String user) {
    return new TestRestTemplate(user, "demo");
  }

  private String url(String path) {
    return "http://localhost:" + context.getWebServer().getPort() + path;
  }

  @Override
  public void close() {
    context.close();
  }
}
