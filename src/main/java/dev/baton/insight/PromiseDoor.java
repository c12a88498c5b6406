package dev.baton.insight;

import dev.baton.handoff.MarketingPromise;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What marketing promised sales, over HTTP. */
@RestController
@RequestMapping("/api/insight/promises")
class PromiseDoor {
  private final PromiseEntries entries;
  private final MarketingPromise promise;
  private final Clock clock;
  private final ZoneId zone;

  PromiseDoor(
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
  @Operation(summary = "What marketing promised sales, and whether it was kept")
  @GetMapping
  Promises promises(
      @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
    Asked asked = new Asked(zone);
    Range range = asked.range(from, to);
    asked.refuse();
    MarketingPromise.BadFit badFit = promise.badFit();
    return Promises.of(
        entries.answers(range, clock.instant()),
        entries.mqls(range, badFit.reasons()),
        badFit,
        zone);
  }
}
