package dev.baton;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The whole application on a port of its own and a real PostgreSQL. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "BATON_ADMIN_PASSWORD=" + Team.PASSWORD)
@Import({Team.class, OnPostgres.Server.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPostgres {

  /** Lives as long as the application context that tests share. */
  @TestConfiguration(proxyBeanMethods = false)
  class Server {
    @Bean
    EmbeddedPostgres postgres() throws IOException {
      return EmbeddedPostgres.start();
    }

    @Bean
    DynamicPropertyRegistrar address(EmbeddedPostgres postgres) {
      return settings -> {
        settings.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("spring.datasource.username", () -> "postgres");
      };
    }
  }
}
