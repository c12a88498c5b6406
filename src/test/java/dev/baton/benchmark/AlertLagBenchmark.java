package dev.baton.benchmark;

import dev.baton.InstalledPostgres;
import dev.baton.TakingChannels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes from a signal to the message that its lead's owner is sent, while hand-raisers
 * come one by one at a steady pace, whatever the answers take.
 */
class AlertLagBenchmark {
  private static final int A_SECOND = 20;
  private static final int WARM = Integer.getInteger("warm", 600);
  private static final int LEADS = Integer.getInteger("leads", 2_400);

  @Test
  void owners_are_told_over_slack_and_by_mail_on_postgresql(@TempDir Path folder) throws Exception {
    try (InstalledPostgres server = new InstalledPostgres();
        TakingChannels channels = new TakingChannels()) {
      server.open("postgres").sql("create database baton").update();
      List<String> settings = new ArrayList<>(List.of(server.settings("baton")));
      settings.addAll(List.of(channels.settings()));
      try (MeasuredBaton baton = new MeasuredBaton(folder, settings.toArray(String[]::new))) {
        send(baton);
      }
      tell(server.open("baton"));
    }
  }

  @Test
  void owners_are_told_over_slack_and_by_mail_on_h2(@TempDir Path folder) throws Exception {
    try (TakingChannels channels = new TakingChannels()) {
      MeasuredBaton baton = new MeasuredBaton(folder, channels.settings());
      try (baton) {
        send(baton);
      }
      tell(baton.jar().database());
    }
  }

  private static void send(MeasuredBaton baton) throws Exception {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(8);
    List<ScheduledFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < WARM + LEADS; i++) {
      String name = (i < WARM ? "warm" : "lead") + i;
      all.add(
          clock.schedule(
              () -> baton.admin().post("/api/signals", MeasuredBaton.handRaiser(name)).is(200),
              i * 1_000L / A_SECOND,
              TimeUnit.MILLISECONDS));
    }
    for (ScheduledFuture<?> one : all) {
      one.get();
    }
    clock.shutdown();
    TimeUnit.SECONDS.sleep(20);
  }

  private static void tell(JdbcClient rows) {
    String until =
        "percentile_cont(%s) within group (order by extract(epoch from n.%s - s.recorded_at)) as %s";
    rows.sql(
            """
            select n.channel, count(*) as told, %s, %s, %s, %s
            from notice n join handoff h on h.id = n.handoff_id join signal s on s.lead_id = h.lead_id
            where n.kind = 'assigned' and n.recipient = h.owner and n.sent_at is not null
              and s.signal_id like 'lead%%'
            group by n.channel order by n.channel
            """
                .formatted(
                    until.formatted("0.5", "recorded_at", "written_p50"),
                    until.formatted("0.5", "sent_at", "told_p50"),
                    until.formatted("0.95", "sent_at", "told_p95"),
                    until.formatted("0.99", "sent_at", "told_p99")))
        .query()
        .listOfRows()
        .forEach(System.out::println);
  }
}
