package dev.baton.benchmark;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Spring takes for a list of JSON into one table: nobody is asked who they are or what it
 * means.
 */
@TestComponent
@RestController
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class BareEndpoint {
  private final JdbcTemplate rows;

  BareEndpoint(JdbcTemplate rows) {
    this.rows = rows;
    rows.execute(
        "create table if not exists bare (id varchar(200) primary key, type varchar(100), email varchar(254), page varchar(200))");
  }

  /**
   * Begins, and says its port.
   *
   * @param settings of the database
   */
  public static void main(String[] settings) throws Exception {
    ServletWebServerApplicationContext application =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(BareEndpoint.class)
                .properties("spring.config.location=optional:file:/none/", "server.port=0")
                .run(settings);
    System.out.println("port " + application.getWebServer().getPort());
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }

  @PostMapping("/rows")
  int take(@RequestBody List<Map<String, String>> signals) {
    rows.batchUpdate(
        "insert into bare (id, type, email, page) values (?, ?, ?, ?)",
        signals.stream()
            .map(s -> new Object[] {s.get("id"), s.get("type"), s.get("email"), s.get("page")})
            .toList());
    return signals.size();
  }
}
