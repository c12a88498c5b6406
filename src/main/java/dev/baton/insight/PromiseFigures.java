package dev.baton.insight;

import dev.baton.rejection.MarketingPromise;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What marketing promised sales, and whether it was kept: the same for the API and for reviews. */
@Component
public class PromiseFigures {
  private final PromiseEntries entries;
  private final MarketingPromise promise;
  private final Clock clock;
  private final ZoneId zone;

  PromiseFigures(
      PromiseEntries entries,
      MarketingPromise promise,
      Clock clock,
      @Value("${baton.zone:UTC}") ZoneId zone) {
    this.entries = entries;
    this.promise = promise;
    this.clock = clock;
    this.zone = zone;
  }

  /** Answers are chosen by their due instant, MQLs by theirs; a month is the house's own. */
  public Promises in(Range range) {
    MarketingPromise.BadFit badFit = promise.badFit();
    return Promises.of(
        entries.answers(range, clock.instant()),
        entries.mqls(range, badFit.reasons()),
        badFit,
        zone);
  }
}
