package dev.baton.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Time-outs of connections to PostgreSQL: without them a server that falls silent keeps every
 * thread that asks it for ever. What the address of the database says itself counts more.
 */
@Component
class ConnectionTimeouts implements BeanPostProcessor, FlywayConfigurationCustomizer {
  private static final String POSTGRES = "jdbc:postgresql:";

  /** In seconds; no statement of a request or a job takes half as long. */
  private static final Map<String, String> LIMITS =
      Map.of("connectTimeout", "5", "socketTimeout", "30", "tcpKeepAlive", "true");

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
      LIMITS.forEach(pool::addDataSourceProperty);
    }
    return bean;
  }

  /** A migration may take its time. */
  @Override
  public void customize(FluentConfiguration flyway) {
    if (flyway.getDataSource() instanceof HikariDataSource pool && isPostgres(pool)) {
      flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }
  }

  private static boolean isPostgres(HikariDataSource pool) {
    return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(POSTGRES);
  }
}
