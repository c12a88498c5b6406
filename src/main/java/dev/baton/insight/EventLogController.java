package dev.baton.insight;

import dev.baton.insight.eventlog.EventLog;
import dev.baton.insight.eventlog.ProcessEvent;
import dev.baton.insight.eventlog.XesWriter;
import dev.baton.insight.rollup.InstantRange;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event log of handoffs as a file for process mining, by their MQL instants. */
@RestController
@RequestMapping("/api/insight")
class EventLogController {
  /** More than that is asked for in parts. */
  private static final int MOST = 200_000;

  private final EventLog log;
  private final ZoneId zone;

  EventLogController(EventLog log, ZoneId zone) {
    this.log = log;
    this.zone = zone;
  }

  @Operation(summary = "The event log as CSV: one line an event")
  @GetMapping("/event-log.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return CsvFile.of("event-log", ProcessEvent.class, events(from, to));
  }

  @Operation(summary = "The event log in XES: one trace a handoff")
  @GetMapping("/event-log.xes")
  ResponseEntity<byte[]> xes(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event-log.xes\"")
        .body(XesWriter.of(events(from, to)));
  }

  private List<ProcessEvent> events(@Nullable String from, @Nullable String to) {
    ReportParameters asked = new ReportParameters(zone).with("from", from).with("to", to);
    InstantRange range = asked.range();
    asked.refuse();
    List<ProcessEvent> events = log.of(range, MOST + 1);
    asked.check(
        events.size() <= MOST, "to", "more than %,d events; take a shorter range".formatted(MOST));
    asked.refuse();
    return events;
  }
}
