package dev.baton.rejection;

import dev.baton.handoff.Merging;
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

/** {@code /api/leads/{id}/merge|reopen|lookalikes}: what is done to a lead's record by a person. */
@RestController
@RequestMapping("/api/leads/{id}")
class RecordsDoor {
  private final RejectionDesk desk;
  private final Reopening reopening;

  RecordsDoor(RejectionDesk desk, Reopening reopening) {
    this.desk = desk;
    this.reopening = reopening;
  }

  /** What became of the record. */
  record Reopened(String leadId, String stage) {}

  @ModelAttribute
  void known(@PathVariable String id) {
    if (!desk.isKnown(id)) {
      throw ApiProblem.notFound("There is no lead %s for you".formatted(id));
    }
  }

  @Operation(summary = "Merge the lead with another one; the older record stays")
  @PostMapping("/merge")
  Merging.Merged merge(
      @PathVariable String id, @RequestBody Map<String, Object> into, Principal by) {
    return desk.merge(id, into, by.getName());
  }

  @Operation(summary = "Give a disqualified lead back to marketing")
  @PostMapping("/reopen")
  Reopened reopen(@PathVariable String id, @RequestBody Map<String, Object> why, Principal by) {
    String lead = desk.survivor(id).orElseThrow();
    reopening.reopen(lead, why, by.getName());
    return new Reopened(lead, "RECYCLED");
  }

  @Operation(summary = "Other records that may be the same person")
  @GetMapping("/lookalikes")
  List<String> lookalikes(@PathVariable String id) {
    return desk.lookalikes(desk.survivor(id).orElseThrow());
  }
}
