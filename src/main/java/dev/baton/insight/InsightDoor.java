package dev.baton.insight;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures over HTTP. */
@RestController
@RequestMapping("/api/insight")
class InsightDoor {
  private final FunnelFigures funnelFigures;
  private final SlaEntries slaEntries;
  private final Clock clock;
  private final ZoneId zone;

  InsightDoor(
      FunnelFigures funnelFigures,
      SlaEntries slaEntries,
      Clock clock,
      @Value("${baton.zone:UTC}") ZoneId zone) {
    this.funnelFigures = funnelFigures;
    this.slaEntries = slaEntries;
    this.clock = clock;
    this.zone = zone;
  }

  /** By source and as a cohort when not asked otherwise. */
  @Operation(summary = "The funnel from lead to customer")
  @GetMapping("/funnel")
  Funnel funnel(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String basis,
      Authentication who) {
    Asked asked = new Asked(zone);
    Range range = asked.range(from, to);
    Dimension dimension = asked.word("by", by, Dimension.SOURCE);
    Basis on = asked.word("basis", basis, Basis.COHORT);
    asked.refuse();
    return Funnel.of(
        funnelFigures.counts(dimension, on, range),
        funnelFigures.deals(dimension, on, range),
        visible(dimension.personal(), Viewer.of(who)));
  }

  /** By rep when not asked otherwise; deadlines are chosen by their due instant. */
  @Operation(summary = "Deadlines met and missed, and those at risk")
  @GetMapping("/sla")
  Sla sla(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      Authentication who) {
    Asked asked = new Asked(zone);
    Range range = asked.range(from, to);
    SlaDimension dimension = asked.word("by", by, SlaDimension.REP);
    asked.refuse();
    Viewer viewer = Viewer.of(who);
    Instant now = clock.instant();
    return Sla.of(
        slaEntries.counts(dimension, range, now),
        // Whichever way the figures are cut, this list names leads: a rep reads their own only.
        slaEntries.atRisk(viewer.seesEverybody() ? null : viewer.name(), range, now),
        visible(dimension.personal(), viewer));
  }

  /** By source when not asked otherwise; a no counts in the range in which it was said. */
  @Operation(summary = "Why sales said no")
  @GetMapping("/rejections")
  Rejections rejections(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      Authentication who) {
    Asked asked = new Asked(zone);
    Range range = asked.range(from, to);
    Dimension dimension = asked.word("by", by, Dimension.SOURCE);
    asked.refuse();
    return Rejections.of(
        funnelFigures.rejections(dimension, range), visible(dimension.personal(), Viewer.of(who)));
  }

  private static Predicate<String> visible(boolean personal, Viewer viewer) {
    return personal ? viewer::maySee : key -> true;
  }
}
