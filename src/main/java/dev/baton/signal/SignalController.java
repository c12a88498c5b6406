package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.signal.SignalOutcome.Recorded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/signals}: one signal, an array, or lines of them. */
@RestController
class SignalController {
  private static final String EXAMPLE =
      """
      {"id": "crm-4711", "type": "demo_requested", "occurredAt": "2026-11-22T09:30:00+01:00", \
      "lead": {"email": "ada@acme.example", "jobTitle": "VP Sales", "companySize": 120}, \
      "source": "webinar"}""";
  private final SignalIntake intake;
  private final JoinedIntake single;
  private final SignalTypes types;
  private final Clock clock;

  SignalController(SignalIntake intake, JoinedIntake single, SignalTypes types, Clock clock) {
    this.intake = intake;
    this.single = single;
    this.types = types;
    this.clock = clock;
  }

  record LeadRef(String id, @Nullable String email) {}

  record One(LeadRef lead, boolean duplicate, List<FieldError> warnings) {}

  record RowIssue(int index, String field, String message) {}

  record RejectedRow(int index, List<FieldError> errors) {}

  record Many(int accepted, int duplicates, List<RejectedRow> rejected, List<RowIssue> warnings) {}

  @Operation(
      summary = "Record one signal, an array of signals, or one JSON object a line",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(type = "object", example = EXAMPLE)),
                @Content(
                    mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                    schema = @Schema(type = "string", example = EXAMPLE))
              }))
  @PostMapping(path = "/api/signals", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> record(HttpServletRequest request, Principal sender) throws IOException {
    JsonNode root = SignalBody.json(request);
    return ResponseEntity.ok(
        root.isArray()
            ? recordMany(sender, SignalBody.array(root, parser()))
            : recordOne(sender, parser().apply(root)));
  }

  @Operation(summary = "Record one signal, an array of signals, or one JSON object a line")
  @PostMapping(path = "/api/signals", consumes = MediaType.APPLICATION_NDJSON_VALUE)
  Many recordLines(HttpServletRequest request, Principal sender) throws IOException {
    return recordMany(sender, SignalBody.lines(request, parser()));
  }

  private Function<JsonNode, ParsedSignal> parser() {
    Set<String> known = types.known();
    return row -> SignalParser.read(row, known, clock.instant());
  }

  private One recordOne(Principal sender, ParsedSignal parsed) {
    SignalDraft draft = parsed.draft().orElseThrow(() -> notRecorded(parsed.errors()));
    SignalOutcome outcome = single.record(sender.getName(), draft);
    if (!(outcome instanceof Recorded recorded)) {
      throw notRecorded(outcome.issues());
    }
    List<FieldError> warnings = new ArrayList<>(parsed.warnings());
    warnings.addAll(recorded.issues());
    return new One(
        new LeadRef(recorded.leadId(), recorded.email()), recorded.duplicate(), warnings);
  }

  private static InvalidInput notRecorded(List<FieldError> errors) {
    return new InvalidInput("The signal was not recorded", errors);
  }

  private Many recordMany(Principal sender, List<ParsedSignal> rows) {
    Iterator<SignalOutcome> outcomes =
        intake
            .record(sender.getName(), rows.stream().flatMap(row -> row.draft().stream()).toList())
            .iterator();
    int accepted = 0;
    int duplicates = 0;
    List<RejectedRow> rejected = new ArrayList<>();
    List<RowIssue> warnings = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      ParsedSignal row = rows.get(index);
      SignalOutcome outcome =
          row.draft().isPresent() ? outcomes.next() : new SignalOutcome.Refused(row.errors());
      if (!(outcome instanceof Recorded recorded)) {
        rejected.add(new RejectedRow(index, outcome.issues()));
        continue;
      }
      if (recorded.duplicate()) {
        duplicates++;
      } else {
        accepted++;
      }
      addAll(warnings, index, row.warnings());
      addAll(warnings, index, recorded.issues());
    }
    return new Many(accepted, duplicates, rejected, warnings);
  }

  private static void addAll(List<RowIssue> warnings, int index, List<FieldError> issues) {
    issues.forEach(issue -> warnings.add(new RowIssue(index, issue.field(), issue.message())));
  }
}
