package dev.baton.handoff.held;

import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/handoffs/{id}/held/{question}}: answers that our pages give, and can take back for
 * some seconds. Clients that have nobody who changes their mind answer without {@code held}.
 */
@RestController
@RequestMapping("/api/handoffs/{id}/held/{question}")
class HeldAnswerController {
  private final HeldAnswerCommands commands;
  private final HeldAnswerJob job;
  private final HandoffCommands handoffs;

  HeldAnswerController(HeldAnswerCommands commands, HeldAnswerJob job, HandoffCommands handoffs) {
    this.commands = commands;
    this.job = job;
    this.handoffs = handoffs;
  }

  /**
   * What became of an answer.
   *
   * @param isHeld false where it is recorded already, since its clock runs out
   */
  record Held(String handoffId, String question, Instant appliesAt, boolean isHeld) {}

  /** Runs before a body is read: whose handoff it is comes before what is said about it. */
  @ModelAttribute
  Handoff handoff(@PathVariable String id, @PathVariable String question, Principal by) {
    HeldQuestion.of(question);
    return handoffs
        .find(id, by.getName())
        .orElseThrow(() -> ApiProblem.notFound("There is no handoff %s for you".formatted(id)));
  }

  @Operation(
      summary = "Hold an answer for some seconds, then record it with this instant",
      description = "The same fields as without held; what pages require beyond is refused here")
  @PostMapping
  ResponseEntity<Held> hold(
      @PathVariable String id,
      @PathVariable String question,
      @RequestBody Map<String, Object> answer,
      Principal by) {
    HeldAnswerCommands.Wait wait =
        commands.hold(id, HeldQuestion.of(question), answer, by.getName());
    job.expect(wait.until());
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(new Held(id, question, wait.until(), wait.isHeld()));
  }

  @Operation(summary = "Take a held answer back, or say that a refused one was read")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(
      @ModelAttribute Handoff handoff,
      @PathVariable String id,
      @PathVariable String question,
      Principal by) {
    if (!commands.undo(id, HeldQuestion.of(question), by.getName())) {
      throw new Conflict(
          "There is nothing to take back: the answer has been recorded",
          handoff.state(),
          null,
          handoff.since());
    }
  }
}
