package dev.baton.handoff;

import dev.baton.handoff.process.InterruptedHandoff;
import dev.baton.handoff.process.InterruptedHandoffs;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/handoffs/…}: what managers do with many handoffs at once. */
@RestController
@Translated
@RequestMapping("/api/handoffs")
class ManyHandoffsController {
  private final InterruptedHandoffs interrupted;
  private final ReassignCommands reassignments;

  ManyHandoffsController(InterruptedHandoffs interrupted, ReassignCommands reassignments) {
    this.interrupted = interrupted;
    this.reassignments = reassignments;
  }

  record InterruptedHandoffPage(List<InterruptedHandoff> items) {}

  @Operation(
      summary = "Handoffs whose process isn't where they stand, longest first",
      description = "POST /api/handoffs/{id}/restart starts one where it stood")
  @GetMapping("/interrupted")
  InterruptedHandoffPage all() {
    return new InterruptedHandoffPage(interrupted.told());
  }

  @Operation(
      summary = "Give many handoffs to one rep, or each to whose turn it is",
      description = "handoffs: ids; rep?; reason. One that can't be given keeps no other back")
  @PostMapping("/reassign")
  ReassignCommands.Reassigned reassign(
      @RequestBody Map<String, Object> to, Principal by, Locale locale) {
    return reassignments.reassignMany(to, by.getName()).said(why -> Sentences.in(locale, why));
  }
}
