package dev.baton.handoff.recalculation;

import dev.baton.handoff.deadline.DeadlineDifference;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deadlines/changes}: what a changed policy or calendar means for running clocks. */
@RestController
@RequestMapping("/api/deadlines/changes")
class DeadlineRecalculationController {
  private final DeadlineRecalculation recalculation;

  DeadlineRecalculationController(DeadlineRecalculation recalculation) {
    this.recalculation = recalculation;
  }

  record Page(List<DeadlineDifference> items) {}

  /**
   * Which promises are moved.
   *
   * @param handoffs ids from the preview
   * @param note why, for whoever reads it later
   */
  record Order(List<String> handoffs, String note) {}

  record Moved(int moved, int kept) {}

  @Operation(
      summary = "Open deadlines that would be different under today’s policy, before and after")
  @GetMapping
  Page preview() {
    return new Page(recalculation.differences());
  }

  @Operation(summary = "Move these open deadlines; the others stay as they are")
  @PostMapping
  Moved move(@RequestBody Order order, Principal by) {
    if (order.handoffs() == null || order.handoffs().isEmpty()) {
      throw wrong("handoffs", "name the handoffs whose deadlines move, from the preview");
    }
    if (order.handoffs().contains(null)) {
      throw wrong("handoffs", "each is the id of a handoff, from the preview");
    }
    if (order.note() == null || order.note().isBlank() || order.note().length() > 4000) {
      throw wrong("note", "say why, for whoever reads it later, in at most 4000 characters");
    }
    int moved = recalculation.move(order.handoffs(), order.note().trim(), by.getName());
    return new Moved(moved, (int) order.handoffs().stream().distinct().count() - moved);
  }

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput("No deadline was moved", List.of(new FieldError(field, message)));
  }
}
