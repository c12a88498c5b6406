package dev.baton.handoff;

import dev.baton.handoff.process.StuckHandoff;
import dev.baton.handoff.process.StuckHandoffs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/handoffs/stuck}: handoffs that stand still, for managers. */
@RestController
@RequestMapping("/api/handoffs")
class StuckHandoffController {
  private final StuckHandoffs stuck;

  StuckHandoffController(StuckHandoffs stuck) {
    this.stuck = stuck;
  }

  record StuckHandoffPage(List<StuckHandoff> items) {}

  @Operation(
      summary = "Handoffs whose process isn't where they stand, longest first",
      description = "POST /api/handoffs/{id}/restart starts one where it stood")
  @GetMapping("/stuck")
  StuckHandoffPage all() {
    return new StuckHandoffPage(stuck.told());
  }
}
