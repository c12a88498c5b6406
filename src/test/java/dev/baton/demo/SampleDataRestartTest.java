package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Three starts on one database: the first one, a restart, and one after a fill that was killed. */
@Tag("nightly")
class SampleDataRestartTest {
  private static final int LEADS = 60;

  @TempDir Path data;

  @Test
  void a_second_start_fills_nothing_and_a_killed_fill_is_done_again_with_the_same_story() {
    List<String> firstLeads;
    List<String> firstCounts;
    try (DemoRun first = DemoRun.start(data, LEADS)) {
      firstLeads = leads(first);
      firstCounts = counts(first);
    }
    try (DemoRun second = DemoRun.start(data, LEADS)) {
      assertThat(leads(second)).isEqualTo(firstLeads);
    }
    JdbcClient.create(new DriverManagerDataSource(DemoRun.DATABASE.formatted(data)))
        .sql("update demo_state set content = 'begun' where name = 'fill'")
        .update();
    try (DemoRun third = DemoRun.start(data, LEADS)) {
      assertThat(leads(third)).hasSameSizeAs(firstLeads).doesNotContainAnyElementsOf(firstLeads);
      assertThat(counts(third)).isEqualTo(firstCounts);
    }
  }

  private static List<String> leads(DemoRun run) {
    return run.texts("select id from lead where identified = true order by id");
  }

  private static List<String> counts(DemoRun run) {
    return run.texts(
        """
        select stage || ' ' || count(*) as c from stage_entry where is_current = true group by stage
        union all
        select 'missed ' || count(*) as c from deadline where missed_at is not null
        union all
        select 'signals ' || count(*) as c from signal
        union all
        select coalesce(reason, 'none') || ' ' || count(*) as c from handoff group by reason
        order by 1
        """);
  }
}
