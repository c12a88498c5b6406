package dev.baton.web.lead.search;

import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import dev.baton.insight.CsvFile;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.identity.LeadIdentities;
import dev.baton.stage.Stage;
import dev.baton.web.lead.search.LeadFilter.LeadOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/leads}: the leads that somebody may see, as JSON by the page or as a file. */
@RestController
class LeadListController {
  private static final String CSV = "text/csv";
  private static final List<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::name).toList();

  private final LeadRows rows;
  private final LeadIdentities identities;

  LeadListController(LeadRows rows, LeadIdentities identities) {
    this.rows = rows;
    this.identities = identities;
  }

  /**
   * What is asked for.
   *
   * @param q pieces of the name, the company, the address or the external id
   * @param email an identity, whole; so are externalId and visitorId
   * @param minScore the least score last recorded
   * @param sort score, due or recent; the newest leads first by default
   */
  record LeadRequest(
      @Nullable String q,
      @Nullable String email,
      @Nullable String externalId,
      @Nullable String visitorId,
      @Nullable String stage,
      @Nullable String owner,
      @Nullable String source,
      @Nullable String campaign,
      @Nullable String minScore,
      @Nullable String sort) {}

  @Operation(
      summary = "Leads, newest first, 50 a page; as a file for whoever accepts only text/csv",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = LeadRows.LeadRowPage.class)),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
              }))
  @GetMapping("/api/leads")
  ResponseEntity<?> leads(
      @ParameterObject LeadRequest asked,
      @RequestParam(defaultValue = "0") String page,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal reader) {
    if (CSV.equals(request.getHeader(HttpHeaders.ACCEPT))) {
      return file(asked, request, reader);
    }
    refuseUnknown(request);
    int number = number(page);
    return ResponseEntity.ok(
        filter(asked)
            .map(filter -> rows.page(filter, number, reader.getName()))
            .orElseGet(() -> new LeadRows.LeadRowPage(List.of(), null)));
  }

  @Operation(summary = "The same as a file of at most 10,000 rows")
  @GetMapping("/api/leads.csv")
  ResponseEntity<byte[]> file(
      @ParameterObject LeadRequest asked,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal reader) {
    refuseUnknown(request);
    List<LeadRow> found =
        filter(asked).map(filter -> rows.all(filter, reader.getName())).orElse(List.of());
    return CsvFile.of("leads", LeadRow.class, found);
  }

  /** Empty where the identities that are asked for lead to nobody, or to several. */
  private Optional<LeadFilter> filter(LeadRequest asked) {
    Map<String, Object> given = new HashMap<>();
    given.put("minScore", asked.minScore());
    given.put("sort", asked.sort());
    given.put("stage", asked.stage());
    given.put("q", asked.q());
    FieldReader fields = new FieldReader(given);
    Integer minScore = fields.number("minScore", -1_000, 1_000);
    fields.optionalOneOf("sort", LeadOrder.WORDS);
    fields.optionalOneOf("stage", STAGES);
    fields.text("q", 200);
    fields.check();
    List<ContactDetails> identitiesAsked =
        Stream.of(
                details(asked.email(), clean -> new ContactDetails(clean, null, null, null)),
                details(asked.externalId(), clean -> new ContactDetails(null, clean, null, null)),
                details(asked.visitorId(), clean -> new ContactDetails(null, null, clean, null)))
            .flatMap(Optional::stream)
            .toList();
    Set<Optional<String>> found =
        identitiesAsked.stream()
            .map(details -> identities.find(details).map(Lead::id))
            .collect(Collectors.toSet());
    if (found.contains(Optional.<String>empty()) || found.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        new LeadFilter(
            found.stream().flatMap(Optional::stream).findFirst().orElse(null),
            LeadFilter.words(asked.q()),
            asked.stage(),
            asked.owner(),
            asked.source(),
            asked.campaign(),
            minScore,
            LeadOrder.of(asked.sort())));
  }

  private static void refuseUnknown(HttpServletRequest request) {
    List<String> known =
        Stream.concat(
                Arrays.stream(LeadRequest.class.getRecordComponents())
                    .map(RecordComponent::getName),
                Stream.of("page"))
            .toList();
    List<FieldError> unknown =
        request.getParameterMap().keySet().stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(name -> new FieldError(name, "no parameter of this call", known))
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidInput(
          "Leads are not looked for by %s; known are %s"
              .formatted(
                  unknown.stream().map(FieldError::field).collect(Collectors.joining(", ")),
                  String.join(", ", known)),
          unknown);
    }
  }

  /** One identity; an empty one finds nobody. */
  private static Optional<ContactDetails> details(
      @Nullable String said, Function<String, ContactDetails> identity) {
    return Optional.ofNullable(said).map(TextPolicy::clean).map(identity);
  }

  private static int number(String page) {
    if (page.matches("\\d{1,5}") || page.equals("100000")) {
      return Integer.parseInt(page);
    }
    throw InvalidInput.at("page", "'%s' is not a page number from 0 on".formatted(page));
  }
}
