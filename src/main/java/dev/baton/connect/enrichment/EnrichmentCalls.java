package dev.baton.connect.enrichment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.enrichment.Enrichments.Result;
import dev.baton.sql.JsonColumn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls of the system that knows companies, within the day's budget; its answers are kept. */
@Component
class EnrichmentCalls {
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private final EnrichmentSettings settings;
  private final EnrichmentClient client;
  private final Enrichments enrichments;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EnrichmentCalls(
      EnrichmentSettings settings,
      EnrichmentClient client,
      Enrichments enrichments,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.settings = settings;
    this.client = client;
    this.enrichments = enrichments;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  boolean areOn() {
    return settings.isOn();
  }

  /** What is known of a company by an answer that still counts. */
  Optional<Map<String, String>> known(String domain) {
    Instant since = clock.instant().minus(Duration.ofDays(settings.cacheDays()));
    return enrichments.answer(domain, since).map(content -> JsonColumn.read(json, content, VALUES));
  }

  /** Outside of any transaction. */
  void make(EnrichmentCall call) {
    if (known(call.domain()).isPresent()) {
      return;
    }
    if (!spent()) {
      note(
          call,
          Result.BUDGET,
          "the budget of %d calls a day is used up".formatted(settings.dailyBudget()));
      return;
    }
    EnrichmentClient.Reply reply = client.ask(call.domain(), clock.instant());
    if (reply.failure() == null) {
      String content = JsonColumn.write(json, reply.values());
      transaction.executeWithoutResult(status -> enrichments.keep(call.domain(), content, now()));
    } else {
      note(call, Result.FAILED, reply.failure());
    }
  }

  private boolean spent() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> enrichments.spend(clock.instant(), settings.dailyBudget())));
  }

  private void note(EnrichmentCall call, Result result, String why) {
    transaction.executeWithoutResult(status -> enrichments.note(call, result, why, now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
