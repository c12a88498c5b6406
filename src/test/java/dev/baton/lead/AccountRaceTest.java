package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.ConcurrencyFailureException;

/** Two requests may bring the first lead of the same company at the same time. */
class AccountRaceTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @Test
  void a_company_that_another_request_takes_back_meanwhile_is_made_or_tried_again()
      throws Exception {
    String id = house.lead("ada@gmail.com").does("page_view").id();
    List<Accounts.Member> members =
        List.of(
            new Accounts.Member(
                house.bean(Leads.class).find(id).orElseThrow(), "acme.example", "Acme"));
    try (Connection other = house.bean(DataSource.class).getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "insert into account (id, domain, created_at)"
              + " values ('other', 'acme.example', current_timestamp)");
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> joins(members));
      assertThat(second).as("it waits for the first").failsWithin(Duration.ofMillis(500));
      other.rollback();
      try {
        second.get(10, TimeUnit.SECONDS);
      } catch (ExecutionException lost) {
        assertThat(lost).hasCauseInstanceOf(ConcurrencyFailureException.class);
      }
    }
    joins(members);
    assertThat(house.bean(Leads.class).find(id).orElseThrow().accountId()).isNotNull();
  }

  private void joins(List<Accounts.Member> members) {
    house.bean(Accounts.class).join(members, house.now().plus(Duration.ofMinutes(1)));
  }
}
