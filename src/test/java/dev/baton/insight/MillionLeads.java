package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RollUpQuery;
import dev.baton.insight.sla.SlaDimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * How long the figures take at a million leads; only with a directory to keep them in, because
 * making them up takes minutes. Its name keeps it out of the usual check, which skips nothing.
 */
@EnabledIfSystemProperty(named = "baton.million", matches = ".+")
class MillionLeads {
  private static final int WARM = 5;
  private static final int CALLS = 50;
  private static final Duration BOUND = Duration.ofMillis(300);

  private static ManyLeads leads;
  private static FigureScenario scenario;
  private static MockMvc http;

  @BeforeAll
  static void make_them_up() throws IOException {
    Path directory = Path.of(System.getProperty("baton.million"));
    Files.createDirectories(directory);
    Timed making =
        timed(
            () -> {
              leads =
                  ManyLeads.kept(directory, Integer.getInteger("baton.million.leads", 1_000_000));
              return leads;
            });
    System.out.printf("There after %d s%n", making.length().toSeconds());
    scenario = leads.story(RollUpQuery.EXACT);
    long waiting = leads.count("funnel_change") + leads.count("sla_change");
    Timed sealing =
        timed(
            () -> {
              scenario.fold();
              return null;
            });
    System.out.printf("Folded %,d changes in %d s%n", waiting, sealing.length().toSeconds());
    if (waiting > 0) {
      leads.db().sql("vacuum analyze").update();
    }
    for (String table :
        List.of(
            "lead", "signal", "handoff", "funnel_entry", "sla_entry", "roll_up", "funnel_change")) {
      System.out.printf(
          "%-14s %,12d rows %,7d MB%n", table, leads.count(table), leads.megabytes(table));
    }
    http = MockMvcBuilders.standaloneSetup(scenario.controller()).build();
  }

  @AfterAll
  static void stop() {
    scenario.close();
    leads.close();
  }

  @Test
  void every_report_is_there_within_the_bound() {
    List<String> slow = new ArrayList<>();
    ManyLeads.ranges()
        .forEach(
            (name, range) -> {
              String between = "&from=%s&to=%s".formatted(range.from(), range.to());
              for (Dimension by : Dimension.values()) {
                for (FunnelBasis basis : FunnelBasis.values()) {
                  measure(
                      "funnel?by=%s&basis=%s".formatted(EnumWords.of(by), EnumWords.of(basis)),
                      between,
                      name,
                      slow);
                }
                measure("rejections?by=" + EnumWords.of(by), between, name, slow);
              }
              for (SlaDimension by : SlaDimension.values()) {
                measure("sla?by=" + EnumWords.of(by), between, name, slow);
              }
            });
    assertThat(slow).isEmpty();
  }

  private static void measure(String report, String between, String range, List<String> slow) {
    String address = "/api/insight/" + report + between;
    Duration[] took = new Duration[CALLS];
    for (int call = -WARM; call < CALLS; call++) {
      Duration length = timed(() -> ask(address)).length();
      if (call >= 0) {
        took[call] = length;
      }
    }
    Arrays.sort(took);
    Duration p95 = took[CALLS * 95 / 100];
    System.out.printf(
        "%-38s %-20s p50 %5d ms, p95 %5d ms%n",
        report, range, took[CALLS / 2].toMillis(), p95.toMillis());
    if (p95.compareTo(BOUND) >= 0) {
      slow.add("%s over %s: %d ms".formatted(report, range, p95.toMillis()));
    }
  }

  private static Object ask(String address) {
    try {
      return http.perform(get(address).principal(FigureScenario.MONA)).andExpect(status().isOk());
    } catch (Exception e) {
      throw new IllegalStateException(address, e);
    }
  }

  @Test
  void the_entries_themselves_take_much_longer() {
    FiguresFromEntries figuresFromEntries = leads.facts();
    ManyLeads.ranges()
        .forEach(
            (name, range) -> {
              compare(
                  "funnel by owner, cohort, " + name,
                  () ->
                      List.of(
                          figuresFromEntries.funnel(Dimension.OWNER, FunnelBasis.COHORT, range),
                          figuresFromEntries.deals(Dimension.OWNER, FunnelBasis.COHORT, range)),
                  () ->
                      scenario
                          .figures()
                          .funnel(Dimension.OWNER, FunnelBasis.COHORT, range, overseer()));
              compare(
                  "sla by rep, " + name,
                  () -> figuresFromEntries.sla(SlaDimension.REP, range, ManyLeads.NOW),
                  () -> scenario.figures().sla(SlaDimension.REP, range, overseer()));
              compare(
                  "rejections by owner, " + name,
                  () -> figuresFromEntries.rejections(Dimension.OWNER, range),
                  () -> scenario.figures().rejections(Dimension.OWNER, range, overseer()));
            });
  }

  private static FigureViewer overseer() {
    return FigureViewer.of(FigureScenario.MONA);
  }

  private static void compare(String what, Supplier<?> entries, Supplier<?> figures) {
    for (int call = 0; call < WARM; call++) {
      figures.get();
    }
    Duration slow = median(entries);
    Duration fast = median(figures);
    System.out.printf(
        "%-50s entries %6d ms, figures %4d ms, ratio %.0f%n",
        what, slow.toMillis(), fast.toMillis(), (double) slow.toNanos() / fast.toNanos());
    assertThat(fast).isLessThan(BOUND);
  }

  private static Duration median(Supplier<?> question) {
    Duration[] took = new Duration[3];
    for (int call = 0; call < took.length; call++) {
      took[call] = timed(question).length();
    }
    Arrays.sort(took);
    return took[1];
  }

  private record Timed(Duration length) {}

  private static Timed timed(Supplier<?> what) {
    long began = System.nanoTime();
    what.get();
    return new Timed(Duration.ofNanos(System.nanoTime() - began));
  }
}
