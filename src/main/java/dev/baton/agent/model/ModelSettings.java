package dev.baton.agent.model;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the language model, {@code baton.agents.model.*}; without an address there is none.
 *
 * @param url of an OpenAI-compatible API, up to before {@code /chat/completions}
 * @param price of 1,000 tokens, in whatever currency the budget is
 * @param dailyBudget so much a day (UTC); what could exceed it isn't asked
 * @param timeout for a whole call
 */
@ConfigurationProperties("baton.agents.model")
public record ModelSettings(
    @Nullable String url,
    @Nullable String token,
    @DefaultValue("") String name,
    @DefaultValue("0") BigDecimal price,
    @DefaultValue("1") BigDecimal dailyBudget,
    @DefaultValue("30s") Duration timeout) {

  public boolean isOn() {
    return url != null && !url.isBlank();
  }
}
