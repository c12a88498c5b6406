package dev.baton.rejection;

import dev.baton.handoff.merge.MergedLeads;
import dev.baton.input.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/leads/{id}/merge|reopen|duplicates}. */
@RestController
@RequestMapping("/api/leads/{id}")
class LeadRecordController {
  private final LeadRecordCommands commands;
  private final LeadReopening reopening;

  LeadRecordController(LeadRecordCommands commands, LeadReopening reopening) {
    this.commands = commands;
    this.reopening = reopening;
  }

  /** What became of the record. */
  record Reopened(String leadId, String stage) {}

  @ModelAttribute
  void known(@PathVariable String id) {
    if (commands.survivor(id).isEmpty()) {
      throw ApiProblem.notFound("There is no lead %s for you".formatted(id));
    }
  }

  @Operation(summary = "Merge the lead with another one; the older record stays")
  @PostMapping("/merge")
  MergedLeads merge(@PathVariable String id, @RequestBody Map<String, Object> into, Principal by) {
    return commands.merge(id, into, by.getName());
  }

  @Operation(summary = "Give a disqualified lead back to marketing")
  @PostMapping("/reopen")
  Reopened reopen(@PathVariable String id, @RequestBody Map<String, Object> why, Principal by) {
    String lead = commands.survivor(id).orElseThrow();
    reopening.reopen(lead, why, by.getName());
    return new Reopened(lead, "RECYCLED");
  }

  @Operation(summary = "Other records that may be the same person")
  @GetMapping("/duplicates")
  List<String> duplicates(@PathVariable String id) {
    return commands.duplicateCandidates(commands.survivor(id).orElseThrow());
  }
}
