package dev.baton.score;

import static dev.baton.score.TestLeads.IDEAL;
import static dev.baton.score.TestLeads.NOW;
import static dev.baton.score.TestLeads.did;
import static dev.baton.score.TestLeads.downloaded;
import static dev.baton.score.TestLeads.facts;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.baton.engine.Decisions;
import dev.baton.engine.FileDecisions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Prints how many decisions and whole scores a thread makes in a second of its processor time, by
 * stock FEEL and by ours in turns in the same run; docs/performance.md says how to run it and what
 * it printed.
 */
public final class DecisionBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 2_000_000_000L;

  private DecisionBenchmark() {}

  public static void main(String[] args) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Decisions stock = FileDecisions.shippedByStockFeel();
    Decisions ours = FileDecisions.shipped();
    Map<String, Object> inputs = new HashMap<>();
    for (String input : List.of("asset", "companySize", "industry", "level")) {
      inputs.put(input, null);
    }
    inputs.put("signal", "pricing_page_view");
    inputs.put("ages", List.of(0L, 3L, 20L));
    race(
        "one decision, score-two-axis",
        () -> stock.evaluate("score-two-axis", inputs),
        () -> ours.evaluate("score-two-axis", inputs));

    ScoreFacts facts =
        facts(
            IDEAL,
            did("page_view", 0),
            did("page_view", 1),
            did("pricing_page_view", 0),
            did("pricing_page_view", 4),
            did("email_clicked", 3),
            did("webinar_attended", 12),
            downloaded("ebook", 20),
            did("demo_requested", 0));
    Scoring byStock = new Scoring(stock, new ScoringSettings("two-axis"));
    Scoring byOurs = new Scoring(ours, new ScoringSettings("two-axis"));
    race(
        "one score of a lead with 8 signals",
        () -> byStock.score(facts, NOW),
        () -> byOurs.score(facts, NOW));
  }

  private static void race(String what, Supplier<Object> stock, Supplier<Object> ours) {
    double bestStock = 0;
    double bestOurs = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      double stockRate = rate(stock);
      double oursRate = rate(ours);
      if (round > 0) {
        bestStock = Math.max(bestStock, stockRate);
        bestOurs = Math.max(bestOurs, oursRate);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: stock %.0f/s, ours %.0f/s, ratio %.1f%n",
        what,
        bestStock,
        bestOurs,
        bestOurs / bestStock);
  }

  /** By the thread's own processor time, so that other work on the machine counts less. */
  private static double rate(Supplier<Object> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    long count = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
      work.get();
      count++;
    }
    return count * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
  }
}
