package dev.baton.access;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Camunda as it comes: its web applications and REST API with their defaults, nothing of ours. */
record BareCamunda(ServletWebServerApplicationContext application) implements AutoCloseable {
  /** Engines are found by name in the whole JVM, and ours has the default one. */
  static final String ENGINE = "bare";

  /** Not a configuration that a test of ours could take for its own. */
  @EnableAutoConfiguration(
      exclude = {
        FlywayAutoConfiguration.class,
        ManagementWebSecurityAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
      })
  static class Application {}

  static BareCamunda start() {
    String[] settings =
        Stream.of(
                // so that it doesn't read ours
                "spring.config.name=bare",
                "server.port=0",
                "spring.datasource.url=jdbc:h2:mem:bare;DB_CLOSE_DELAY=-1",
                "camunda.bpm.process-engine-name=" + ENGINE,
                "camunda.bpm.auto-deployment-enabled=false",
                "camunda.bpm.authorization.enabled=true",
                "camunda.bpm.webapp.application-path=/camunda")
            .map(setting -> "--" + setting)
            .toArray(String[]::new);
    return new BareCamunda(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Application.class).run(settings));
  }

  int port() {
    return application.getWebServer().getPort();
  }

  ProcessEngine engine() {
    return application.getBean(ProcessEngine.class);
  }

  @Override
  public void close() {
    application.close();
  }
}
