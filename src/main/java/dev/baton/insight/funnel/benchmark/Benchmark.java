package dev.baton.insight.funnel.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What others report, and what usually lies behind it: {@code insight/benchmark.json}. */
@Component
public class Benchmark {
  private static final String FILE = "insight/benchmark.json";

  private final Content content;

  Benchmark(ObjectMapper json) {
    try (var file = new ClassPathResource(FILE).getInputStream()) {
      content = json.readValue(file, Content.class);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  record Content(int enough, Map<String, String> rateTeams, List<BenchmarkBand> bands) {}

  /** Every band, the lowest first. */
  public List<BenchmarkBand> bands() {
    return content.bands();
  }

  /** By the name of the rate. */
  public Map<String, String> rateTeams() {
    return content.rateTeams();
  }

  /** Empty when there are too few MQLs for a rate to say anything. */
  public Optional<BenchmarkStanding> standing(long mql, long sql) {
    if (mql < content.enough()) {
      return Optional.empty();
    }
    return bands().stream()
        .filter(band -> band.holds(sql, mql))
        .findFirst()
        .map(band -> new BenchmarkStanding((double) sql / mql, band));
  }
}
