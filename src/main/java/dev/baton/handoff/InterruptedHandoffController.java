package dev.baton.handoff;

import dev.baton.handoff.process.InterruptedHandoff;
import dev.baton.handoff.process.InterruptedHandoffs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/handoffs/interrupted}: interrupted handoffs, for managers. */
@RestController
@RequestMapping("/api/handoffs")
class InterruptedHandoffController {
  private final InterruptedHandoffs interrupted;

  InterruptedHandoffController(InterruptedHandoffs interrupted) {
    this.interrupted = interrupted;
  }

  record InterruptedHandoffPage(List<InterruptedHandoff> items) {}

  @Operation(
      summary = "Handoffs whose process isn't where they stand, longest first",
      description = "POST /api/handoffs/{id}/restart starts one where it stood")
  @GetMapping("/interrupted")
  InterruptedHandoffPage all() {
    return new InterruptedHandoffPage(interrupted.told());
  }
}
