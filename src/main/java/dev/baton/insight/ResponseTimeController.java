package dev.baton.insight;

import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.FirstTouchReport;
import dev.baton.insight.sla.FirstTouches;
import dev.baton.insight.sla.LastMinuteRow;
import dev.baton.insight.sla.ResponseTimeParts;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.insight.sla.StalledLeadsRow;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Response times and stalled leads over HTTP. */
@RestController
@RequestMapping("/api/insight")
class ResponseTimeController {
  private final ResponseTimes times;
  private final FirstTouches firstTouches;
  private final StalledLeads leads;
  private final ZoneId zone;

  ResponseTimeController(
      ResponseTimes times, FirstTouches firstTouches, StalledLeads leads, ZoneId zone) {
    this.times = times;
    this.firstTouches = firstTouches;
    this.leads = leads;
    this.zone = zone;
  }

  /** Answer of a call that is a list; an object can grow. */
  record Rows<R>(List<R> rows) {}

  /** By rep when not asked otherwise; by the due instant, up to now. */
  @Operation(summary = "First touches that were due: tried, and reached")
  @GetMapping("/sla/first-touch")
  FirstTouchReport firstTouch(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    SlaDimension by = FigureRequest.slaDimension(asked);
    asked.refuse();
    return firstTouches.report(by, range, FigureViewer.of(who));
  }

  /** By clock when not asked otherwise; not by rep or hour. */
  @Operation(
      summary = "Where the time of each clock went: system, queue, business, paused, after-hours")
  @GetMapping("/sla/parts")
  Rows<ResponseTimeParts> parts(@ParameterObject FigureRequest request) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    SlaDimension by = asked.word("by", SlaDimension.CLOCK);
    asked.check(by.hasParts(), "by", "must be one of team, source, clock, channel, segment");
    asked.refuse();
    return new Rows<>(times.parts(by, range));
  }

  @Operation(summary = "Stalled leads: accepted, without an opportunity, by owner")
  @GetMapping("/sla/stalled")
  Rows<StalledLeadsRow> stalled(Authentication who) {
    return new Rows<>(leads.rows(FigureViewer.of(who)));
  }

  @Operation(summary = "How much of what was answered in time came in the last tenth of it")
  @GetMapping("/sla/last-minute")
  Rows<LastMinuteRow> lastMinute(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    asked.refuse();
    return new Rows<>(times.lastMinute(range, FigureViewer.of(who)));
  }
}
