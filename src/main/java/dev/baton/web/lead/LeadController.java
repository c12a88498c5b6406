package dev.baton.web.lead;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentities;
import dev.baton.stage.Stage;
import dev.baton.web.lead.LeadView.ScoreView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code GET /api/leads…}. */
@RestController
@RequestMapping("/api/leads")
class LeadController {
  private static final List<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::name).toList();

  private static final List<String> PARAMETERS =
      List.of("email", "externalId", "visitorId", "stage", "owner", "page");

  private final LeadQueries queries;
  private final LeadRows rows;
  private final LeadIdentities identities;

  LeadController(LeadQueries queries, LeadRows rows, LeadIdentities identities) {
    this.queries = queries;
    this.rows = rows;
    this.identities = identities;
  }

  @Operation(summary = "Leads, newest first, 50 a page")
  @GetMapping
  LeadRows.LeadRowPage leads(
      @RequestParam(required = false) @Nullable String email,
      @RequestParam(required = false) @Nullable String externalId,
      @RequestParam(required = false) @Nullable String visitorId,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(defaultValue = "0") String page,
      HttpServletRequest request) {
    refuseUnknown(request);
    if (stage != null && !STAGES.contains(stage)) {
      throw wrong("stage", "'%s' is not one of %s".formatted(stage, String.join(", ", STAGES)));
    }
    List<ContactDetails> asked =
        Stream.of(
                details(email, clean -> new ContactDetails(clean, null, null, null)),
                details(externalId, clean -> new ContactDetails(null, clean, null, null)),
                details(visitorId, clean -> new ContactDetails(null, null, clean, null)))
            .flatMap(Optional::stream)
            .toList();
    Set<Optional<String>> found =
        asked.stream()
            .map(details -> identities.find(details).map(Lead::id))
            .collect(Collectors.toSet());
    int number = number(page);
    if (found.contains(Optional.<String>empty()) || found.size() > 1) {
      return new LeadRows.LeadRowPage(List.of(), null);
    }
    String id = found.stream().flatMap(Optional::stream).findFirst().orElse(null);
    return rows.page(id, stage, owner, number, request.getUserPrincipal().getName());
  }

  private static void refuseUnknown(HttpServletRequest request) {
    List<FieldError> unknown =
        request.getParameterMap().keySet().stream()
            .filter(name -> !PARAMETERS.contains(name))
            .sorted()
            .map(name -> new FieldError(name, "no parameter of this call", PARAMETERS))
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidInput(
          "Leads are not looked for by %s; known are %s"
              .formatted(
                  unknown.stream().map(FieldError::field).collect(Collectors.joining(", ")),
                  String.join(", ", PARAMETERS)),
          unknown);
    }
  }

  /** One identity; an empty one finds nobody. */
  private static Optional<ContactDetails> details(
      @Nullable String said, Function<String, ContactDetails> identity) {
    return Optional.ofNullable(said).map(TextPolicy::clean).map(identity);
  }

  private static int number(String page) {
    try {
      int number = Integer.parseInt(page);
      if (number >= 0 && number <= 100_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw wrong("page", "'%s' is not a page number from 0 on".formatted(page));
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

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput(message, List.of(new FieldError(field, message)));
  }
}
