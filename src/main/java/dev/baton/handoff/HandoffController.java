package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/handoffs/{id}/…}: the answers that a rep owes. */
@RestController
@RequestMapping("/api/handoffs/{id}")
class HandoffController {
  private final HandoffCommands commands;
  private final PlannedTouches touches;
  private final ClaimCommands claims;
  private final PauseCommands pauses;
  private final ReassignCommands reassignments;
  private final DeclineCommands declines;
  private final RestartCommands restarts;

  HandoffController(
      HandoffCommands commands,
      PlannedTouches touches,
      ClaimCommands claims,
      PauseCommands pauses,
      ReassignCommands reassignments,
      DeclineCommands declines,
      RestartCommands restarts) {
    this.commands = commands;
    this.touches = touches;
    this.claims = claims;
    this.pauses = pauses;
    this.reassignments = reassignments;
    this.declines = declines;
    this.restarts = restarts;
  }

  /** Runs before a body is read: whose handoff it is comes before what is said about it. */
  @ModelAttribute
  void visible(@PathVariable String id, Principal by) {
    if (commands.find(id, by.getName()).isEmpty()) {
      throw ApiProblem.notFound("There is no handoff %s for you".formatted(id));
    }
  }

  @Operation(summary = "Accept the lead (SAL) or reject it with a reason")
  @PostMapping("/review")
  HandoffView review(
      @PathVariable String id, @RequestBody Map<String, Object> answer, Principal by) {
    return commands.answer(id, HandoffState.REVIEW, answer, by.getName());
  }

  @Operation(summary = "Qualify the lead (SQL) or disqualify it with a reason")
  @PostMapping("/qualification")
  HandoffView qualification(
      @PathVariable String id, @RequestBody Map<String, Object> answer, Principal by) {
    return commands.answer(id, HandoffState.QUALIFICATION, answer, by.getName());
  }

  @Operation(
      summary = "Log a touch; the first one after SQL meets its deadline",
      description =
          "After no_answer without nextAt the table retry-plan says when it is tried again")
  @PostMapping("/touch")
  HandoffView touch(@PathVariable String id, @RequestBody Map<String, Object> touch, Principal by) {
    Map<String, Object> fields = new LinkedHashMap<>(touch);
    fields.remove(AnswerFields.DECISION);
    return commands.touch(id, touches.complete(id, fields, by.getName()), by.getName());
  }

  @Operation(summary = "Open the opportunity")
  @PostMapping("/opportunity")
  HandoffView opportunity(
      @PathVariable String id, @RequestBody Map<String, Object> deal, Principal by) {
    Map<String, Object> fields = new LinkedHashMap<>(deal);
    fields.remove(AnswerFields.DECISION);
    return commands.answer(id, HandoffState.OPPORTUNITY, fields, by.getName());
  }

  @Operation(summary = "Record won or lost")
  @PostMapping("/outcome")
  HandoffView outcome(
      @PathVariable String id, @RequestBody Map<String, Object> outcome, Principal by) {
    return commands.outcome(id, outcome, by.getName());
  }

  @Operation(summary = "Give the handoff to another rep with a fresh clock")
  @PostMapping("/reassign")
  HandoffView reassign(@PathVariable String id, @RequestBody Map<String, Object> to, Principal by) {
    return reassignments.reassign(id, to, by.getName());
  }

  @Operation(
      summary = "Say that a lead is not yours: a colleague gets it, and you never again",
      description = "reason, for whoever reads it later. For its owner")
  @PostMapping("/decline")
  HandoffView decline(@PathVariable String id, @RequestBody Map<String, Object> why, Principal by) {
    return declines.decline(id, why, by.getName());
  }

  @Operation(
      summary = "Restart an interrupted handoff where it stood",
      description =
          "Same owner, same question, same due instants; the body may give a reason. For managers")
  @PostMapping("/restart")
  HandoffView restart(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> why,
      Principal by) {
    return restarts.restart(id, why == null ? Map.of() : why, by.getName());
  }

  @Operation(summary = "Take a lead that nobody owns")
  @PostMapping("/claim")
  HandoffView claim(@PathVariable String id, Principal by) {
    return claims.claim(id, by.getName());
  }

  @Operation(summary = "Pause the clock of the open question for a while")
  @PostMapping("/pause")
  HandoffView pause(@PathVariable String id, @RequestBody Map<String, Object> why, Principal by) {
    return pauses.pause(id, why, by.getName());
  }

  @Operation(summary = "Resume a paused clock now")
  @PostMapping("/resume")
  HandoffView resume(@PathVariable String id, Principal by) {
    return pauses.resume(id, by.getName());
  }
}
