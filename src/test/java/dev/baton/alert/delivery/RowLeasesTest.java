package dev.baton.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.RecordingMessenger;
import dev.baton.sql.Sql;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A claim costs the same however many rows wait. */
class RowLeasesTest {

  static DataSource[] databases() {
    return new DataSource[] {MigratedDatabase.h2(), MigratedDatabase.postgresql()};
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_claim_locks_no_row_but_its_own(DataSource database) throws Exception {
    try (AlertTestBed office = new AlertTestBed(database, new RecordingMessenger("email"))) {
      IntStream.range(0, 20).forEach(n -> office.outbox.tell(office.assigned("k" + n)));
      office.transaction.executeWithoutResult(
          open -> {
            Delivery claimed = office.queue.claim("email", office.clock.instant()).orElseThrow();
            assertThat(changedMeanwhile(office, claimed)).isEqualTo(19);
          });
    }
  }

  private static int changedMeanwhile(AlertTestBed office, Delivery claimed) {
    return CompletableFuture.supplyAsync(
            () ->
                office
                    .jdbc
                    .sql("update notice set error = 'seen' where id <> :id")
                    .param("id", claimed.id())
                    .update())
        .orTimeout(5, TimeUnit.SECONDS)
        .join();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void what_somebody_has_is_nobody_elses_until_its_lease_is_over(DataSource database)
      throws Exception {
    try (AlertTestBed office = new AlertTestBed(database, new RecordingMessenger("email"))) {
      office.outbox.tell(office.assigned("k"));
      Delivery first = office.queue.claim("email", office.clock.instant()).orElseThrow();
      assertThat(office.queue.claim("email", office.clock.instant())).isEmpty();

      office
          .jdbc
          .sql("update notice set lease_until = current_timestamp - interval '1' second")
          .update();
      Delivery second = office.queue.claim("email", office.clock.instant()).orElseThrow();
      assertThat(second.attempts()).isEqualTo(first.attempts() + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void many_who_claim_at_once_get_each_row_once(DataSource database) throws Exception {
    try (AlertTestBed office = new AlertTestBed(database, new RecordingMessenger("email"))) {
      IntStream.range(0, 60).forEach(n -> office.outbox.tell(office.assigned("k" + n)));
      long different =
          IntStream.range(0, 4)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> claims(office, 15)))
              .toList()
              .stream()
              .flatMapToLong(claims -> claims.orTimeout(60, TimeUnit.SECONDS).join())
              .distinct()
              .count();
      assertThat(different).isEqualTo(60);
    }
  }

  private static LongStream claims(AlertTestBed office, int many) {
    return LongStream.of(
        IntStream.range(0, many)
            .mapToLong(n -> office.queue.claim("email", office.clock.instant()).orElseThrow().id())
            .toArray());
  }

  @Test
  void the_next_row_is_found_without_sorting_those_that_wait() throws Exception {
    try (AlertTestBed office =
        new AlertTestBed(MigratedDatabase.h2(), new RecordingMessenger("email"))) {
      IntStream.range(0, 200).forEach(n -> office.outbox.tell(office.assigned("k" + n)));
      String plan =
          office
              .jdbc
              .sql("explain analyze " + new RowLeases<>(office.jdbc, NoticeQueue.TABLE).nextRow())
              .param("channel", "email")
              .param("now", Sql.timestamp(office.clock.instant()))
              .query(String.class)
              .single();
      assertThat(plan).contains("index sorted", "scanCount: 1 ");
    }
  }
}
