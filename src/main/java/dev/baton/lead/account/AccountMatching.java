package dev.baton.lead.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Once a minute: what is new among companies, and leads that wait for theirs, in batches. */
@Component
public class AccountMatching {
  private static final Logger LOG = LoggerFactory.getLogger(AccountMatching.class);

  /** What is left after so many is done in the next minute. */
  private static final int BATCHES = 500;

  private final AccountComparison accounts;
  private final LeadMatching leads;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AccountMatching(
      AccountComparison accounts,
      LeadMatching leads,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.accounts = accounts;
    this.leads = leads;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 50_000)
  void goOn() {
    try {
      match();
    } catch (RuntimeException e) {
      LOG.warn("Companies could not be compared; that is done again in a minute", e);
    }
  }

  /** All that waits. */
  public void match() {
    work(accounts::next);
    work(leads::next);
  }

  private void work(Predicate<Instant> next) {
    for (int batch = 0; batch < BATCHES; batch++) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      if (!Boolean.TRUE.equals(transaction.execute(status -> next.test(now)))) {
        return;
      }
    }
  }
}
