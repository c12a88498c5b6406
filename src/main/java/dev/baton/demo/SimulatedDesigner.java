package dev.baton.demo;

import dev.baton.change.ChangeCommands;
import dev.baton.change.ChangeQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Simulated designer: proposes a lower line for an MQL and has it checked once the demo is up, so
 * that nobody waits for its back-test.
 */
@Component
@Profile("demo")
class SimulatedDesigner {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedDesigner.class);
  private static final String TABLE = "score-threshold.dmn";
  private static final String LINE = "<text>60</text>";
  private static final String LOWER = "<text>55</text>";

  private final DemoState state;
  private final ChangeQueries known;
  private final ChangeCommands changes;
  private final boolean hasLeads;

  SimulatedDesigner(
      DemoState state, ChangeQueries known, ChangeCommands changes, DemoSettings settings) {
    this.state = state;
    this.known = known;
    this.changes = changes;
    this.hasLeads = settings.leads() > 0;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (hasLeads && state.isFilled() && known.page(0).isEmpty()) {
      Thread work = new Thread(this::propose, "demo-proposal");
      work.setDaemon(true);
      work.start();
    }
  }

  private void propose() {
    try {
      long change =
          changes.propose(
              Map.of(
                  "title",
                  "MQL at 55",
                  "why",
                  "Sales has time for more leads: what would five points less bring?",
                  "files",
                  List.of(Map.of("name", TABLE, "content", lower()))),
              DemoStaff.DESIGNER);
      changes.check(change, Map.of(), DemoStaff.DESIGNER);
    } catch (RuntimeException e) {
      LOG.warn("The demo's proposal is not there, or not checked", e);
    }
  }

  private static String lower() {
    try {
      return new ClassPathResource("dmn/" + TABLE)
          .getContentAsString(StandardCharsets.UTF_8)
          .replaceFirst(LINE, LOWER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
