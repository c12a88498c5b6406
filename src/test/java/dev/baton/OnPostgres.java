package dev.baton;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.transaction.TransactionalTestExecutionListener;

/** The whole application on a port of its own and a real PostgreSQL. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "baton.connect.key=a-key-of-the-tests",
      "baton.metrics.token=" + TestStaff.METRICS_TOKEN
    })
@ContextConfiguration(initializers = OnPostgres.Server.class)
@Import({TestStaff.class, SentStatements.class})
@TestExecutionListeners({
  StaffTestExecutionListener.class,
  EngineTestExecutionListener.class,
  DependencyInjectionTestExecutionListener.class,
  TransactionalTestExecutionListener.class
})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPostgres {

  /**
   * Starts and stops with the context, which lives as long as the tests. An initializer, because
   * the web server starts before Spring asks beans for properties, and wants the database for its
   * filters.
   */
  class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      EmbeddedPostgres server = start();
      // The first to be registered is the last to go: what still asks it has stopped by then.
      ((DefaultListableBeanFactory) context.getBeanFactory())
          .registerDisposableBean("server", server::close);
      TestPropertyValues.of(
              "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
              "spring.datasource.username=postgres",
              "spring.datasource.password=postgres")
          .applyTo(context);
    }

    private static EmbeddedPostgres start() {
      try {
        // its own hook would stop it beside the application, which then waits for it in vain
        return EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            // nothing here outlives a power cut
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
