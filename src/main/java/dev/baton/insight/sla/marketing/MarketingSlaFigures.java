package dev.baton.insight.sla.marketing;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.rejection.followup.BadFit;
import dev.baton.rejection.followup.MarketingSlaTargets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The SLA of marketing towards sales: replies to rejections, and bad fits: the same for the API and
 * for reviews.
 */
@Component
public class MarketingSlaFigures {
  private final MarketingSlaEntries entries;
  private final MarketingSlaTargets targets;
  private final Clock clock;
  private final ZoneId zone;

  MarketingSlaFigures(
      MarketingSlaEntries entries, MarketingSlaTargets targets, Clock clock, ZoneId zone) {
    this.entries = entries;
    this.targets = targets;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Answers are chosen by their due instant, MQLs by theirs; a month is one of the company's zone.
   */
  public MarketingSla in(InstantRange range) {
    BadFit badFit = targets.badFit();
    return MarketingSla.of(
        entries.answers(range, clock.instant()),
        entries.mqls(range, badFit.reasons()),
        badFit,
        zone);
  }
}
