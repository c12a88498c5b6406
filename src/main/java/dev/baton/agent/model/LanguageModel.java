package dev.baton.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.agent.http.LimitedHttp;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Client of an OpenAI-compatible chat API: one question, one text, no tools and no memory. */
@Component
class LanguageModel {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_TOKENS = 700;
  private static final int CHARACTERS_A_TOKEN = 3;
  private static final int DIGITS = 6;

  private final ModelSettings settings;
  private final ObjectMapper json;
  private final LimitedHttp http;

  LanguageModel(ModelSettings settings, ObjectMapper json) {
    this.settings = settings;
    this.json = json;
    this.http = new LimitedHttp(settings.timeout(), MOST_BYTES);
  }

  /** What it said, and what that cost. */
  record Completion(String text, BigDecimal cost) {}

  /** What a question may cost at most. */
  BigDecimal highestCost(String system, String user) {
    return cost((system.length() + user.length()) / CHARACTERS_A_TOKEN + MOST_TOKENS);
  }

  /**
   * Asks once.
   *
   * @throws ModelFailed when there is no text, whatever the reason
   */
  Completion ask(String system, String user) throws ModelFailed {
    LimitedHttp.Reply reply;
    try {
      reply =
          http.post(
              URI.create(Objects.requireNonNull(settings.url()) + "/chat/completions"),
              settings.token(),
              body(system, user));
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelFailed("the model can't be reached or is too slow", BigDecimal.ZERO);
    }
    if (!reply.isGood()) {
      throw new ModelFailed("the model answered " + reply.status(), BigDecimal.ZERO);
    }
    JsonNode answer = read(reply.body());
    // who doesn't tell what was used is taken to have used all that it might
    BigDecimal cost =
        answer.at("/usage/total_tokens").isIntegralNumber()
            ? cost(answer.at("/usage/total_tokens").asLong())
            : highestCost(system, user);
    JsonNode text = answer.at("/choices/0/message/content");
    if (!text.isTextual()) {
      throw new ModelFailed("the model's answer can't be read", cost);
    }
    return new Completion(text.asText().strip(), cost);
  }

  private BigDecimal cost(long tokens) {
    return settings
        .price()
        .multiply(BigDecimal.valueOf(Math.max(0, tokens)))
        .divide(BigDecimal.valueOf(1_000), DIGITS, RoundingMode.HALF_UP);
  }

  private String body(String system, String user) throws IOException {
    return json.writeValueAsString(
        Map.of(
            "model",
            settings.name(),
            "temperature",
            0.3,
            "max_tokens",
            MOST_TOKENS,
            "messages",
            List.of(
                Map.of("role", "system", "content", system),
                Map.of("role", "user", "content", user))));
  }

  private JsonNode read(String body) throws ModelFailed {
    try {
      return Objects.requireNonNull(json.readTree(body));
    } catch (JsonProcessingException e) {
      throw new ModelFailed("the model's answer can't be read", BigDecimal.ZERO);
    }
  }
}
