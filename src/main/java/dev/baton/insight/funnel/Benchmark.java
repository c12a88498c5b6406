package dev.baton.insight.funnel;

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

  /**
   * A range of MQL to SQL in percent, above those before it.
   *
   * @param under its upper end, not part of it; null where {@code upTo} or nothing bounds it
   * @param upTo its upper end, part of it
   * @param causes what to check, the likeliest first
   */
  public record Band(String code, Integer under, Integer upTo, String text, List<String> causes) {
    private boolean holds(long sql, long mql) {
      return (under == null || sql * 100 < under * mql)
          && (upTo == null || sql * 100 <= upTo * mql);
    }
  }

  /** The band in which a funnel stands. */
  public record Standing(double rate, Band band) {}

  record Content(int enough, Map<String, String> rateTeams, List<Band> bands) {}

  /** Every band, the lowest first. */
  public List<Band> bands() {
    return content.bands();
  }

  /** By the name of the rate. */
  Map<String, String> rateTeams() {
    return content.rateTeams();
  }

  /** Empty when there are too few MQLs for a rate to say anything. */
  public Optional<Standing> standing(long mql, long sql) {
    if (mql < content.enough()) {
      return Optional.empty();
    }
    return bands().stream()
        .filter(band -> band.holds(sql, mql))
        .findFirst()
        .map(band -> new Standing((double) sql / mql, band));
  }
}
