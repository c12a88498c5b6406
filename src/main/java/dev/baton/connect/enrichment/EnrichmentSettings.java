package dev.baton.connect.enrichment;

import dev.baton.connect.source.MappingRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the system that knows companies.
 *
 * @param url its address, {@code {domain}} stands for the company's domain; empty: there is none
 * @param method GET, or POST with the domain in a JSON object
 * @param header in which the secret goes along
 * @param mapping of its answer; none: the usual names of fields
 * @param cacheDays for so many days an answer counts
 * @param dailyBudget so many calls a day of UTC
 */
@ConfigurationProperties("baton.enrichment")
public record EnrichmentSettings(
    @DefaultValue("") String url,
    @DefaultValue("GET") String method,
    @DefaultValue("Authorization") String header,
    @Nullable String secret,
    @DefaultValue List<MappingRule> mapping,
    @DefaultValue("30") int cacheDays,
    @DefaultValue("1000") int dailyBudget) {

  public EnrichmentSettings {
    if (!Set.of("GET", "POST").contains(method.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("baton.enrichment.method is GET or POST");
    }
  }

  boolean isOn() {
    return !url.isBlank();
  }

  boolean posts() {
    return method.equalsIgnoreCase("POST");
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "EnrichmentSettings[on=%s]".formatted(isOn());
  }
}
