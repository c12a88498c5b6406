package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.SentStatements;
import dev.baton.handoff.HandoffScenario;
import dev.baton.signal.SignalOutcome.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signals of one sender that come at once, one a request. */
class JoinedIntakeTest {
  private static final String SENDER = "tests";

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private final ExecutorService requests =
      Executors.newCachedThreadPool(run -> new Thread(run, "request"));

  @AfterEach
  void stop() {
    requests.shutdownNow();
  }

  @Test
  void those_that_come_while_one_is_recorded_are_recorded_together_each_with_its_own_answer() {
    SignalSender sender = scenario.bean(SignalSender.class);
    sender.send(SENDER, signal("first", "0"));
    List<CompletableFuture<Recorded>> answers = new ArrayList<>();
    SentStatements statements = scenario.bean(SentStatements.class);
    statements.listen();

    whileLocked(
        "first",
        () -> {
          answers.add(request("first", "1"));
          await().until(() -> statements.hasHeard("for update"));
          for (int n = 0; n < 6; n++) {
            answers.add(request("p" + n, "p" + n));
          }
          answers.add(request("p0", "p0"));
          await().until(() -> scenario.bean(JoinedIntake.class).waiting(SENDER) == 7);
        });

    assertThat(answers.stream().map(CompletableFuture::join))
        .extracting(Recorded::email)
        .containsExactly(
            mail("first"),
            mail("p0"),
            mail("p1"),
            mail("p2"),
            mail("p3"),
            mail("p4"),
            mail("p5"),
            mail("p0"));
    assertThat(answers.stream().map(CompletableFuture::join).filter(Recorded::duplicate))
        .hasSize(1);
    assertThat(statements.heard("request")).filteredOn("commit"::equals).hasSize(2);
  }

  private void whileLocked(String name, Runnable then) {
    new TransactionTemplate(scenario.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              scenario
                  .bean(JdbcClient.class)
                  .sql("select id from lead where email = ? for update")
                  .param(mail(name))
                  .query(String.class)
                  .single();
              then.run();
            });
  }

  private CompletableFuture<Recorded> request(String name, String id) {
    SignalDraft draft = scenario.bean(SignalSender.class).draft(signal(name, id));
    return CompletableFuture.supplyAsync(
        () -> (Recorded) scenario.bean(JoinedIntake.class).record(SENDER, draft), requests);
  }

  private static Map<String, Object> signal(String name, String id) {
    return Map.of("id", id, "type", "page_view", "lead", Map.of("email", mail(name)));
  }

  private static String mail(String name) {
    return name + "@" + name + ".example";
  }
}
