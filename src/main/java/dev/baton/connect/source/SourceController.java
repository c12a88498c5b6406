package dev.baton.connect.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.source.SourcePayload.PayloadState;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.AuditLog;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sources…}: systems that send on their own, and what they sent. */
@RestController
class SourceController {
  /** So many of the last payloads a mapping is tried on. */
  private static final int TRIED = 20;

  private static final List<String> STATES =
      Arrays.stream(PayloadState.values()).map(PayloadState::word).toList();

  private final Sources sources;
  private final SourcePayloads payloads;
  private final SourceReader reader;
  private final PayloadReader mapper;
  private final PayloadIntake intake;
  private final AuditLog audit;
  private final Clock clock;

  SourceController(
      Sources sources,
      SourcePayloads payloads,
      SourceReader reader,
      PayloadReader mapper,
      PayloadIntake intake,
      AuditLog audit,
      Clock clock) {
    this.sources = sources;
    this.payloads = payloads;
    this.reader = reader;
    this.mapper = mapper;
    this.intake = intake;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A source without its secret.
   *
   * @param address where it sends to
   * @param waiting payloads that couldn't be mapped
   */
  record SourceView(
      String name,
      String kind,
      String address,
      String each,
      List<MappingRule> mapping,
      List<String> returnHosts,
      int waiting,
      String changedBy,
      Instant changedAt) {}

  record SourceList(List<SourceView> items) {}

  /** A payload with its body as it came. */
  record PayloadView(
      long id,
      String state,
      Instant receivedAt,
      int signals,
      List<FieldError> issues,
      String body) {}

  record PayloadPage(List<PayloadView> items, @Nullable Integer next) {}

  record Retried(long id, String state, int signals, List<FieldError> issues) {}

  @Operation(summary = "All sources, by name")
  @GetMapping("/api/sources")
  SourceList all() {
    return new SourceList(sources.all().stream().map(this::view).toList());
  }

  @Operation(summary = "A source and its mapping; its secret is never shown")
  @GetMapping("/api/sources/{name}")
  SourceView one(@PathVariable String name) {
    return view(source(name));
  }

  @Operation(
      summary = "Add a source, or change it",
      description = "kind, secret, and unless the mapping of the kind will do: each, mapping")
  @PutMapping("/api/sources/{name}")
  SourceView save(@PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    Optional<SignalSource> before = sources.find(name);
    SignalSource source = reader.read(name, body, before, by.getName());
    sources.save(source);
    audit(by, before.isPresent() ? "source changed" : "source added", name);
    return view(source);
  }

  @Operation(summary = "Remove a source; what it sent stays recorded")
  @DeleteMapping("/api/sources/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name, Principal by) {
    if (!sources.remove(name)) {
      throw noSource(name);
    }
    audit(by, "source removed", name);
  }

  @Operation(summary = "What a source sent, newest first, 50 a page")
  @GetMapping("/api/sources/{name}/payloads")
  PayloadPage payloads(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "0") String page) {
    source(name);
    Map<String, @Nullable Object> given = new HashMap<>();
    given.put("state", state);
    given.put("page", page);
    FieldReader fields = new FieldReader(given);
    String word = fields.optionalOneOf("state", STATES);
    Integer number = fields.number("page", 0, 100_000);
    fields.check();
    int asked = number == null ? 0 : number;
    PayloadState wanted = word == null ? null : PayloadState.valueOf(word.toUpperCase(Locale.ROOT));
    List<SourcePayload> found = payloads.page(name, wanted, asked);
    return new PayloadPage(
        found.stream().limit(SourcePayloads.PAGE).map(SourceController::view).toList(),
        found.size() > SourcePayloads.PAGE ? asked + 1 : null);
  }

  @Operation(summary = "Map a payload again, by the mapping as it is now; nothing counts twice")
  @PostMapping("/api/sources/{name}/payloads/{id}/retry")
  Retried retry(@PathVariable String name, @PathVariable String id) {
    SignalSource source = source(name);
    SourcePayload payload =
        (id.matches("\\d{1,18}")
                ? payloads.find(name, Long.parseLong(id))
                : Optional.<SourcePayload>empty())
            .orElseThrow(() -> ApiProblem.notFound("There is no payload " + id));
    PayloadIntake.Taken taken = intake.retry(source, payload);
    return new Retried(taken.id(), taken.state().word(), taken.signals(), taken.issues());
  }

  /** What kept payloads would become. */
  record Trial(long payloadId, List<ObjectNode> signals, List<FieldError> issues) {}

  record Trials(List<Trial> items) {}

  @Operation(
      summary = "Try a mapping on what the source sent last; nothing is recorded",
      description = "kind, and unless the mapping of the kind will do: each, mapping")
  @PostMapping("/api/sources/{name}/try")
  Trials tryMapping(
      @PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    SignalSource tried = reader.read(name, body, Optional.of(source(name)), by.getName());
    return new Trials(
        payloads.page(name, null, 0).stream()
            .limit(TRIED)
            .map(payload -> trial(tried, payload))
            .toList());
  }

  private Trial trial(SignalSource source, SourcePayload payload) {
    MappedPayload mapped = mapper.read(source, payload.body(), payload.receivedAt());
    return new Trial(payload.id(), mapped.signals(), mapped.issues());
  }

  private SignalSource source(String name) {
    return sources.find(name).orElseThrow(() -> noSource(name));
  }

  private static ApiProblem noSource(String name) {
    return ApiProblem.notFound("There is no source " + name);
  }

  private SourceView view(SignalSource source) {
    return new SourceView(
        source.name(),
        source.kind().word(),
        "/hooks/" + source.name(),
        source.mapping().each(),
        source.mapping().rules(),
        source.returnHosts(),
        payloads.waiting(source.name()),
        source.changedBy(),
        source.changedAt());
  }

  private static PayloadView view(SourcePayload payload) {
    return new PayloadView(
        payload.id(),
        payload.state().word(),
        payload.receivedAt(),
        payload.signals(),
        payload.issues(),
        payload.body());
  }

  private void audit(Principal by, String what, String name) {
    audit.add(new AuditEntry(clock.instant(), by.getName(), what, "source " + name, null, null));
  }
}
