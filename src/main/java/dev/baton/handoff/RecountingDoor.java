package dev.baton.handoff;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deadlines/changes}: what a changed policy or calendar means for running clocks. */
@RestController
@RequestMapping("/api/deadlines/changes")
class RecountingDoor {
  private final Recounting recounting;

  RecountingDoor(Recounting recounting) {
    this.recounting = recounting;
  }

  record Page(List<Recounting.Difference> items) {}

  /**
   * Which promises are moved.
   *
   * @param handoffs ids from the preview
   * @param note why, for whoever reads it later
   */
  record Order(List<String> handoffs, String note) {}

  record Moved(int moved, int kept) {}

  @Operation(summary = "Open deadlines that would be promised otherwise today, before and after")
  @GetMapping
  Page preview() {
    return new Page(recounting.differences());
  }

  @Operation(summary = "Move these open deadlines; what isn't named keeps its promise")
  @PostMapping
  Moved move(@RequestBody Order order, Principal by) {
    if (order.handoffs() == null || order.handoffs().isEmpty()) {
      throw wrong("handoffs", "name the handoffs whose deadlines move, from the preview");
    }
    if (order.note() == null || order.note().isBlank() || order.note().length() > 4000) {
      throw wrong("note", "say why, for whoever reads it later, in at most 4000 characters");
    }
    int moved = recounting.move(order.handoffs(), order.note().trim(), by.getName());
    return new Moved(moved, (int) order.handoffs().stream().distinct().count() - moved);
  }

  private static ErrorResponseException wrong(String field, String message) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, "No deadline was moved");
    problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
    return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
  }
}
