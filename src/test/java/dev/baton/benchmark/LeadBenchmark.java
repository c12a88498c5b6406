package dev.baton.benchmark;

import dev.baton.InstalledPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a lead costs from its signal to the answers of a rep, and a signal of one that is known,
 * beside the plain engine and a bare endpoint on the same PostgreSQL server, in turns.
 */
class LeadBenchmark {
  private static final int ROUNDS = 5;
  private static final int LEADS = Integer.getInteger("leads", 500);
  private static final int SIGNALS = Integer.getInteger("signals", 20_000);
  private static final int SINGLE = 2_000;

  @Test
  void a_lead_and_a_signal_beside_the_plain_engine_and_a_bare_endpoint(@TempDir Path folder)
      throws Exception {
    try (InstalledPostgres server =
        new InstalledPostgres("-c shared_preload_libraries=pg_stat_statements")) {
      server.open("postgres").sql("create extension pg_stat_statements").update();
      for (String database : List.of("baton", "plain", "bare")) {
        server.open("postgres").sql("create database " + database).update();
      }
      Map<String, List<Cost>> costs = new LinkedHashMap<>();
      try (MeasuredBaton baton = new MeasuredBaton(folder, server.settings("baton"))) {
        leads(server, baton, costs);
        signals(server, baton, costs);
      }
      System.out.println(Cost.HEADER);
      costs.forEach((what, rounds) -> System.out.println(Cost.row(what, rounds)));
      System.out.printf(
          "Signal to accepted is %s times a process of the plain engine, by processor time%n",
          ratio(costs.get("signal → accepted"), costs.get("plain engine, a whole process")));
    }
  }

  private static String ratio(List<Cost> ours, List<Cost> plain) {
    return Cost.spread(
        IntStream.range(0, ROUNDS)
            .mapToDouble(i -> ours.get(i).processor() / plain.get(i).processor()));
  }

  private static void leads(
      InstalledPostgres server, MeasuredBaton baton, Map<String, List<Cost>> costs)
      throws Exception {
    try (ChildProcess plain =
        new ChildProcess(PlainEngine.class, server.url("plain"), "postgres")) {
      plain.await("ready");
      Meter engine = new Meter(server, "plain", plain.handle());
      Meter whole = new Meter(server, "baton", baton.jar().process());
      for (int round = -2; round < ROUNDS; round++) {
        Map<String, Cost> one = new LinkedHashMap<>();
        String tag = "r%d-".formatted(round + 2);
        lead(server, baton, whole, tag, one);
        one.put(
            "plain engine, a whole process",
            engine.each(
                LEADS,
                () -> {
                  plain.tell(String.valueOf(LEADS));
                  plain.await("done");
                }));
        keep(round, one, costs);
      }
    }
  }

  private static void lead(
      InstalledPostgres server, MeasuredBaton baton, Meter meter, String tag, Map<String, Cost> one)
      throws Exception {
    Cost signal = meter.each(LEADS, () -> baton.send(MeasuredBaton.handRaisers(tag, LEADS)));
    Cost review = meter.each(LEADS, () -> baton.awaitWaiting("reviewLead", LEADS));
    List<String> handoffs =
        server
            .open("baton")
            .sql("select id from handoff where is_open = true")
            .query(String.class)
            .list();
    Cost accept =
        meter.each(
            LEADS,
            () -> {
              baton.accept(handoffs);
              baton.awaitWaiting("qualifyLead", LEADS);
            });
    Cost disqualify =
        meter.each(
            LEADS,
            () -> {
              baton.disqualify(handoffs);
              baton.awaitWaiting("qualifyLead", 0);
            });
    one.put("signal, acknowledged", signal);
    one.put("… to the review task", review);
    one.put("accept, to the qualification task", accept);
    one.put("signal → accepted", signal.plus(review).plus(accept));
    one.put("disqualify, to the end", disqualify);
  }

  private static void signals(
      InstalledPostgres server, MeasuredBaton baton, Map<String, List<Cost>> costs)
      throws Exception {
    try (ChildProcess bare = new ChildProcess(BareEndpoint.class, server.settings("bare"))) {
      SignalSender sender = new SignalSender(baton, Integer.parseInt(bare.await("port")));
      Meter endpoint = new Meter(server, "bare", bare.handle());
      Meter whole = new Meter(server, "baton", baton.jar().process());
      for (int round = -2; round < ROUNDS; round++) {
        int number = round;
        Map<String, Cost> one = new LinkedHashMap<>();
        one.put(
            "single signal, four callers", whole.each(SINGLE, () -> sender.single(number, SINGLE)));
        one.put(
            "bare endpoint, a row, four callers",
            endpoint.each(SINGLE, () -> sender.bareRow(number, SINGLE)));
        one.put(
            "signal of a batch of 1,000",
            whole.each(SIGNALS, () -> sender.batches(number, SIGNALS)));
        one.put(
            "bare endpoint, a row of 1,000",
            endpoint.each(SIGNALS, () -> sender.bareBatches(number, SIGNALS)));
        keep(round, one, costs);
      }
    }
  }

  private static void keep(int round, Map<String, Cost> one, Map<String, List<Cost>> costs) {
    one.forEach(
        (what, cost) -> {
          System.out.println("round %d: %s %s".formatted(round, what, cost));
          if (round >= 0) {
            costs.computeIfAbsent(what, w -> new ArrayList<>()).add(cost);
          }
        });
  }
}
