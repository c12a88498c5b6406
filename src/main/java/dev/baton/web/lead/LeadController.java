package dev.baton.web.lead;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.web.lead.LeadView.ScoreView;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code GET /api/leads/{id}…}. */
@RestController
@RequestMapping("/api/leads")
class LeadController {
  private final LeadQueries queries;

  LeadController(LeadQueries queries) {
    this.queries = queries;
  }

  @Operation(summary = "One lead with its explained score, handoff and timeline")
  @GetMapping("/{id}")
  LeadView lead(@PathVariable String id, Principal reader) {
    return queries.lead(id, reader.getName()).orElseThrow(() -> unknown(id));
  }

  @Operation(summary = "The score as it was or would decay to")
  @GetMapping("/{id}/score")
  ScoreView score(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String asOf,
      Principal reader) {
    if (!queries.maySee(id, reader.getName())) {
      throw unknown(id);
    }
    return queries.score(id, instant(asOf));
  }

  private static @Nullable Instant instant(@Nullable String asOf) {
    if (asOf == null) {
      return null;
    }
    // A + that was not encoded in the address arrives as a blank.
    FieldReader fields = new FieldReader(Map.of("asOf", asOf.replace(' ', '+')));
    Instant instant = fields.instant("asOf");
    if (instant == null) {
      fields.missing("asOf", "an instant with offset, such as 2026-11-22T09:30:00Z");
    }
    fields.check();
    return instant;
  }

  private static ApiProblem unknown(String id) {
    return ApiProblem.notFound("There is no lead %s for you".formatted(id));
  }
}
