package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much an application in which nothing is to be done asks its database. */
@OnPostgres
@Tag("nightly")
class IdleStatementsTest {
  private static final int SECONDS = 10;
  private static final int A_SECOND = 5;

  /** What was begun before comes to its end, and looks at what waits become rarer. */
  private static final int WINDOWS = 9;

  @Autowired SentStatements statements;

  @Test
  void while_nothing_happens_five_statements_a_second_are_sent_at_most() throws Exception {
    List<String> sent = sent();
    for (int window = 1; window < WINDOWS && sent.size() > SECONDS * A_SECOND; window++) {
      sent = sent();
    }

    assertThat(sent.size()).as(String.join("\n", sent)).isLessThanOrEqualTo(SECONDS * A_SECOND);
  }

  private List<String> sent() throws InterruptedException {
    statements.listen();
    Thread.sleep(SECONDS * 1_000L);
    return statements.heard("");
  }
}
