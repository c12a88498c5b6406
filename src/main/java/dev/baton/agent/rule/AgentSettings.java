package dev.baton.agent.rule;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of agents, {@code baton.agents.*}.
 *
 * @param enabled whether they run until somebody switches one on or off
 * @param sources addresses by name that account research asks; {@code {domain}} in a path or query
 *     is the company's domain
 * @param sourceTimeout for a whole call of a source
 */
@ConfigurationProperties("baton.agents")
public record AgentSettings(
    @DefaultValue("false") boolean enabled,
    Map<String, String> sources,
    @DefaultValue("10s") Duration sourceTimeout) {
  public static final String DOMAIN = "{domain}";

  public AgentSettings(
      boolean enabled, @Nullable Map<String, String> sources, Duration sourceTimeout) {
    this.enabled = enabled;
    this.sources = sources == null ? Map.of() : new TreeMap<>(sources);
    this.sourceTimeout = sourceTimeout;
    this.sources.forEach(AgentSettings::check);
  }

  /** A company's domain may stand in a path; it never chooses which server is asked. */
  private static void check(String name, String address) {
    URI uri = URI.create(address.replace(DOMAIN, "domain.invalid"));
    boolean good =
        ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
            && uri.getHost() != null
            && !uri.getHost().contains("domain.invalid");
    if (!good) {
      throw new IllegalArgumentException(
          "baton.agents.sources.%s: an http(s) address of one server, {domain} only in its path or query"
              .formatted(name));
    }
  }
}
