package dev.baton.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/signals}: one signal, an array, or lines of them. */
@RestController
class SignalController {
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final String EXAMPLE =
      """
      {"id": "crm-4711", "type": "demo_requested", "occurredAt": "2026-11-22T09:30:00+01:00", \
      "lead": {"email": "ada@acme.example", "jobTitle": "VP Sales", "companySize": 120}, \
      "source": "webinar"}""";
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final SignalIntake intake;
  private final SignalTypes types;
  private final Clock clock;

  SignalController(SignalIntake intake, SignalTypes types, Clock clock) {
    this.intake = intake;
    this.types = types;
    this.clock = clock;
  }

  record LeadRef(String id, String email) {}

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
  ResponseEntity<?> record(InputStream body, Principal sender) throws IOException {
    JsonNode root = parse(text(body));
    Set<String> known = types.known();
    if (!root.isArray()) {
      return recordOne(sender, read(root, known));
    }
    return ResponseEntity.ok(
        recordMany(
            sender,
            StreamSupport.stream(root.spliterator(), false).map(row -> read(row, known)).toList()));
  }

  @Operation(summary = "Record one signal, an array of signals, or one JSON object a line")
  @PostMapping(path = "/api/signals", consumes = MediaType.APPLICATION_NDJSON_VALUE)
  Many recordLines(InputStream body, Principal sender) throws IOException {
    Set<String> known = types.known();
    return recordMany(
        sender,
        text(body).lines().filter(line -> !line.isBlank()).map(line -> line(line, known)).toList());
  }

  private SignalDraft line(String line, Set<String> known) {
    try {
      return read(JSON.readValue(line), known);
    } catch (JsonProcessingException e) {
      return SignalParser.unreadable("Not JSON: " + e.getOriginalMessage());
    }
  }

  private SignalDraft read(JsonNode row, Set<String> known) {
    return SignalParser.read(row, known, clock.instant());
  }

  private ResponseEntity<?> recordOne(Principal sender, SignalDraft draft) {
    if (!draft.isValid()) {
      throw new InvalidInput("The signal was not recorded", draft.errors());
    }
    SignalIntake.Outcome outcome = intake.record(sender.getName(), List.of(draft)).get(0);
    if (outcome.isRefused()) {
      throw new InvalidInput("The signal was not recorded", outcome.issues());
    }
    List<FieldError> warnings = new ArrayList<>(draft.warnings());
    warnings.addAll(outcome.issues());
    return ResponseEntity.ok(
        new One(new LeadRef(outcome.leadId(), outcome.email()), outcome.duplicate(), warnings));
  }

  private Many recordMany(Principal sender, List<SignalDraft> drafts) {
    if (drafts.size() > MOST_ROWS) {
      throw tooLarge("%d rows; send at most %d at once".formatted(drafts.size(), MOST_ROWS));
    }
    Iterator<SignalIntake.Outcome> outcomes =
        intake
            .record(sender.getName(), drafts.stream().filter(SignalDraft::isValid).toList())
            .iterator();
    int accepted = 0;
    int duplicates = 0;
    List<RejectedRow> rejected = new ArrayList<>();
    List<RowIssue> warnings = new ArrayList<>();
    for (int index = 0; index < drafts.size(); index++) {
      SignalDraft draft = drafts.get(index);
      SignalIntake.Outcome outcome = draft.isValid() ? outcomes.next() : null;
      if (outcome == null || outcome.isRefused()) {
        rejected.add(new RejectedRow(index, outcome == null ? draft.errors() : outcome.issues()));
        continue;
      }
      if (outcome.duplicate()) {
        duplicates++;
      } else {
        accepted++;
      }
      addAll(warnings, index, draft.warnings());
      addAll(warnings, index, outcome.issues());
    }
    return new Many(accepted, duplicates, rejected, warnings);
  }

  private static void addAll(List<RowIssue> warnings, int index, List<FieldError> issues) {
    issues.forEach(issue -> warnings.add(new RowIssue(index, issue.field(), issue.message())));
  }

  private static String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge("More than 16 MiB; send it in parts");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode root = JSON.readValue(text);
      if (root == null || root.isMissingNode()) {
        throw badRequest("The body is empty; send a signal");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw badRequest("The body is not JSON: " + e.getOriginalMessage());
    }
  }

  private static ApiProblem badRequest(String detail) {
    return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
  }

  private static ApiProblem tooLarge(String detail) {
    return new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, detail);
  }
}
