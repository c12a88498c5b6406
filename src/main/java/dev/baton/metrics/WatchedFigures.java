package dev.baton.metrics;

import dev.baton.engine.job.JobFigures;
import dev.baton.sql.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gauges of what stands in the database: read when somebody scrapes, all at once and every ten
 * seconds at most, so that nobody pays for them who doesn't look. While the database doesn't answer
 * they are not a number.
 */
@Component
class WatchedFigures implements MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFigures.class);
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final String JOB_LAG = "baton.job.lag.seconds";
  private static final String JOBS_FAILED = "baton.jobs.failed";

  private final JdbcClient db;
  private final JobFigures jobs;
  private final Clock clock;
  private final InstantSource age = InstantSource.system();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Reading last;

  WatchedFigures(JdbcClient db, JobFigures jobs, Clock clock) {
    this.db = db;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** What all figures were, and when that was read; without values it couldn't be. */
  private record Reading(Instant at, @Nullable Map<String, Double> values) {}

  @Override
  public void bindTo(MeterRegistry registry) {
    for (WatchedFigure figure : WatchedFigure.ALL) {
      figure.usual().forEach(value -> register(registry, figure, value));
    }
    Gauge.builder(JOB_LAG, () -> value(registry, JOB_LAG))
        .description("How long the oldest step or timer that is due has waited")
        .register(registry);
    Gauge.builder(JOBS_FAILED, () -> value(registry, JOBS_FAILED))
        .description("Steps that are not tried any more")
        .register(registry);
  }

  private void register(MeterRegistry registry, WatchedFigure figure, String value) {
    String key = figure.name() + "|" + value;
    if (registered.add(registry.hashCode() + key)) {
      Gauge.builder(figure.name(), () -> value(registry, key))
          .description(figure.says())
          .tag(figure.tag(), value)
          .register(registry);
    }
  }

  private double value(MeterRegistry registry, String key) {
    Map<String, Double> values = fresh(registry).values();
    return values == null ? Double.NaN : values.getOrDefault(key, 0.0);
  }

  private synchronized Reading fresh(MeterRegistry registry) {
    Reading known = last;
    Instant now = age.instant();
    if (known == null || known.at().plus(FRESH).isBefore(now)) {
      known = new Reading(now, read(registry));
      last = known;
    }
    return known;
  }

  private @Nullable Map<String, Double> read(MeterRegistry registry) {
    try {
      Instant now = clock.instant();
      Map<String, Double> values = new HashMap<>();
      for (WatchedFigure figure : WatchedFigure.ALL) {
        read(figure, now)
            .forEach(
                (value, number) -> {
                  register(registry, figure, value);
                  values.put(figure.name() + "|" + value, number);
                });
      }
      values.put(JOB_LAG, jobs.lag(now).toMillis() / 1000.0);
      values.put(JOBS_FAILED, (double) jobs.failed());
      return values;
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The figures of the metrics can't be read", e);
      return null;
    }
  }

  private Map<String, Double> read(WatchedFigure figure, Instant now) {
    Map<String, Double> rows = new HashMap<>();
    JdbcClient.StatementSpec query = db.sql(figure.sql());
    if (figure.sql().contains(":now")) {
      query = query.param("now", Sql.timestamp(now));
    }
    if (figure.sql().contains(":dayAgo")) {
      query = query.param("dayAgo", Sql.timestamp(now.minus(Duration.ofDays(1))));
    }
    query.query(
        rs -> {
          rows.put(rs.getString(1), rs.getDouble(2));
        });
    return rows;
  }
}
