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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
  private static final int LEADS = 10_000;
  private static final List<String> TITLES =
      List.of(
          "VP Sales",
          "Head of Marketing",
          "Geschäftsführer",
          "Vertriebsleiterin",
          "Sales Manager",
          "CTO",
          "Software Engineer",
          "Directrice commerciale",
          "Student",
          "Product Owner",
          "Responsabile acquisti",
          "Account Executive",
          "Managing Director",
          "Assistant to the CEO",
          "Director of Operations",
          "Toimitusjohtaja",
          "Marketing Specialist",
          "Founder",
          "Einkäufer",
          "Team Lead");

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
    AtomicLong asked = new AtomicLong();
    race(
        "one decision, score-two-axis, never asked before",
        () -> stock.evaluate("score-two-axis", never(inputs, asked)),
        () -> ours.evaluate("score-two-axis", never(inputs, asked)));

    List<ScoreFacts> leads = IntStream.range(0, LEADS).mapToObj(DecisionBenchmark::lead).toList();
    Scoring byStock = new Scoring(stock, new ScoringSettings("two-axis"));
    Scoring byOurs = new Scoring(ours, new ScoringSettings("two-axis"));
    race(
        "one score of a lead with 8 signals, one of %,d leads after the other".formatted(LEADS),
        () -> byStock.score(next(leads, asked), NOW),
        () -> byOurs.score(next(leads, asked), NOW));
  }

  /** Nothing that is remembered helps. */
  private static Map<String, Object> never(Map<String, Object> inputs, AtomicLong asked) {
    inputs.put("ages", List.of(0L, 3L, asked.incrementAndGet()));
    return inputs;
  }

  private static <T> T next(List<T> all, AtomicLong asked) {
    return all.get((int) (asked.incrementAndGet() % all.size()));
  }

  /** Companies of all sizes and the same twenty titles again and again, each act some days ago. */
  private static ScoreFacts lead(int number) {
    Map<String, String> profile = new HashMap<>(IDEAL);
    profile.put("companySize", String.valueOf(1 + number % 3000));
    profile.put("jobTitle", TITLES.get(number % TITLES.size()));
    return facts(
        profile,
        did("page_view", number % 30),
        did("page_view", number % 17),
        did("pricing_page_view", number % 7),
        did("pricing_page_view", number % 41),
        did("email_clicked", number % 13),
        did("webinar_attended", number % 59),
        downloaded("ebook", number % 23),
        did("demo_requested", number % 5));
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
