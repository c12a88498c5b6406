package dev.baton.benchmark;

import dev.baton.InstalledPostgres;
import dev.baton.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much heap and disk open handoffs take, at their review, step by step. */
class OpenHandoffsBenchmark {
  private static final int STEPS = 5;
  private static final int LEADS = Integer.getInteger("leads", 1_000);
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  @Test
  void what_they_take_on_postgresql(@TempDir Path folder) throws Exception {
    try (InstalledPostgres server = new InstalledPostgres()) {
      server.open("postgres").sql("create database baton").update();
      try (MeasuredBaton baton = new MeasuredBaton(folder, server.settings("baton"))) {
        Meter meter = new Meter(server, "baton", baton.jar().process());
        grow(baton, meter::size);
      }
    }
  }

  @Test
  void what_they_take_on_h2(@TempDir Path folder) throws Exception {
    try (MeasuredBaton baton = new MeasuredBaton(folder)) {
      grow(baton, () -> settled(baton));
    }
  }

  /** Megabytes. */
  private interface Size {
    double now() throws Exception;
  }

  private static void grow(MeasuredBaton baton, Size disk) throws Exception {
    System.out.printf("0 open: heap %.1f MB, disk %.1f MB%n", heap(baton), disk.now());
    for (int step = 1; step <= STEPS; step++) {
      baton.send(MeasuredBaton.handRaisers("s%d-".formatted(step), LEADS));
      baton.awaitWaiting("reviewLead", step * LEADS);
      System.out.printf(
          "%,d open: heap %.1f MB, disk %.1f MB%n", step * LEADS, heap(baton), disk.now());
    }
  }

  /** The file's size once it hasn't shrunk for half a minute. */
  private static double settled(MeasuredBaton baton) throws Exception {
    double least = baton.jar().databaseSize() / 1e6;
    for (int same = 0; same < 3; same++) {
      TimeUnit.SECONDS.sleep(10);
      double now = baton.jar().databaseSize() / 1e6;
      if (now < least) {
        least = now;
        same = -1;
      }
    }
    return least;
  }

  /** Megabytes in use after a full collection. */
  private static double heap(MeasuredBaton baton) throws IOException, InterruptedException {
    String process = String.valueOf(baton.jar().process().pid());
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Machine.run(Path.of("."), Map.of(), jcmd, process, "GC.run");
    Matcher used = USED.matcher(Machine.run(Path.of("."), Map.of(), jcmd, process, "GC.heap_info"));
    double kilobytes = 0;
    while (used.find() && kilobytes == 0) {
      kilobytes = Double.parseDouble(used.group(1));
    }
    return kilobytes / 1024;
  }
}
