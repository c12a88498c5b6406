package dev.baton.web.lead.search;

import dev.baton.insight.CsvFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
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

  private final LeadListQueries queries;

  LeadListController(LeadListQueries queries) {
    this.queries = queries;
  }

  /**
   * What is asked for.
   *
   * @param q pieces of the name, the company, the address or the external id
   * @param minScore the least score last recorded
   * @param sort score, due or recent; the newest leads first by default
   */
  record LeadRequest(
      @Nullable String q,
      @Nullable String stage,
      @Nullable String owner,
      @Nullable String source,
      @Nullable String campaign,
      @Nullable String minScore,
      @Nullable String sort) {}

  /** Of whom, by an identity, whole. */
  record LeadIdentityRequest(
      @Nullable String email, @Nullable String externalId, @Nullable String visitorId) {}

  /**
   * Within which time; days or instants with their offset.
   *
   * @param createdFrom when the lead came, from then on
   * @param createdTo before then
   * @param signalFrom when its last signal came, from then on
   * @param signalTo before then
   */
  record LeadTimesRequest(
      @Nullable String createdFrom,
      @Nullable String createdTo,
      @Nullable String signalFrom,
      @Nullable String signalTo) {}

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
      @ParameterObject LeadIdentityRequest identity,
      @ParameterObject LeadTimesRequest times,
      @RequestParam(defaultValue = "0") String page,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal reader) {
    if (CSV.equals(request.getHeader(HttpHeaders.ACCEPT))) {
      return file(asked, identity, times, request, reader);
    }
    return ResponseEntity.ok(queries.page(given(request), reader.getName()));
  }

  @Operation(summary = "The same as a file of at most 10,000 rows")
  @GetMapping("/api/leads.csv")
  ResponseEntity<byte[]> file(
      @ParameterObject LeadRequest asked,
      @ParameterObject LeadIdentityRequest identity,
      @ParameterObject LeadTimesRequest times,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal reader) {
    return CsvFile.of("leads", LeadRow.class, queries.all(given(request), reader.getName()));
  }

  private static Map<String, String> given(HttpServletRequest request) {
    Map<String, String> given = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
    return given;
  }
}
