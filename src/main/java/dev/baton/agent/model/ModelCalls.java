package dev.baton.agent.model;

import dev.baton.alert.message.SafeText;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of calls of the language model: what each cost and how it went, no text of it. */
@Component
public class ModelCalls {
  private final JdbcClient db;

  ModelCalls(JdbcClient db) {
    this.db = db;
  }

  /**
   * One call.
   *
   * @param agent who asked
   * @param outcome {@code used}, or why its text wasn't
   */
  record ModelCall(
      Instant at,
      String agent,
      String model,
      String promptVersion,
      BigDecimal cost,
      String outcome) {}

  void add(ModelCall call) {
    db.sql(
            """
            insert into model_call (called_at, agent, model, prompt_version, cost, outcome)
            values (:at, :agent, :model, :promptVersion, :cost, :outcome)
            """)
        .param("at", Sql.timestamp(call.at()))
        .param("agent", call.agent())
        .param("model", SafeText.line(call.model(), 200))
        .param("promptVersion", call.promptVersion())
        .param("cost", call.cost())
        .param("outcome", SafeText.line(call.outcome(), 200))
        .update();
  }

  /** Of the day in UTC that an instant is in. */
  BigDecimal costOfDay(Instant now) {
    Instant from =
        now.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    return db.sql("select coalesce(sum(cost), 0) as cost from model_call where called_at >= :from")
        .param("from", Sql.timestamp(from))
        .query(BigDecimal.class)
        .single();
  }

  /** What all calls cost, by agent. */
  public Map<String, BigDecimal> costs() {
    Map<String, BigDecimal> costs = new HashMap<>();
    db.sql("select agent, sum(cost) as cost from model_call group by agent")
        .query(
            row -> {
              costs.put(row.getString("agent"), row.getBigDecimal("cost"));
            });
    return costs;
  }
}
