package dev.baton.change;

import dev.baton.input.FieldReader;
import dev.baton.rehearsal.LeadPreview;
import dev.baton.rehearsal.Previews;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/preview}: one lead through the models in force, or through a proposal. */
@RestController
class PreviewController {
  private static final String CHANGE = "changeId";
  private final Previews previews;
  private final ChangeQueries changes;

  PreviewController(Previews previews, ChangeQueries changes) {
    this.previews = previews;
    this.changes = changes;
  }

  @Operation(
      summary = "What one lead would go through, real or made up; nothing of it is left behind",
      description = "lead: an id, or fields; signals: [{type, after?, …}]; changeId: a proposal")
  @PostMapping("/api/preview")
  LeadPreview preview(@RequestBody Map<String, Object> fields, Principal by) {
    FieldReader given = FieldReader.ofJson(fields);
    Integer change = given.number(CHANGE, 1, Integer.MAX_VALUE);
    given.check();
    String tried = change == null ? null : change.toString();
    return previews.play(fields, changes.tried(tried), by.getName());
  }
}
