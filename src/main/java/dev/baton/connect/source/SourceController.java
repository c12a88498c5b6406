package dev.baton.connect.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.source.SourceQueries.PayloadPage;
import dev.baton.connect.source.SourceQueries.PayloadView;
import dev.baton.connect.source.SourceQueries.SourceView;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.Translated;
import dev.baton.privacy.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
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
@Translated
class SourceController {
  /** So many of the last payloads a mapping is tried on. */
  private static final int SOME = 20;

  private final SourceQueries queries;
  private final Sources sources;
  private final SourceReader reader;
  private final PayloadReader mapper;
  private final PayloadIntake intake;
  private final AuditTrail audit;

  SourceController(
      SourceQueries queries,
      Sources sources,
      SourceReader reader,
      PayloadReader mapper,
      PayloadIntake intake,
      AuditTrail audit) {
    this.queries = queries;
    this.sources = sources;
    this.reader = reader;
    this.mapper = mapper;
    this.intake = intake;
    this.audit = audit;
  }

  record SourceList(List<SourceView> items) {}

  record Retried(long id, String state, int signals, List<FieldError> issues) {}

  /** What a kept payload would become. */
  record Trial(long payloadId, List<ObjectNode> signals, List<FieldError> issues) {}

  record Trials(List<Trial> items) {}

  @Operation(summary = "All sources, by name")
  @GetMapping("/api/sources")
  SourceList all() {
    return new SourceList(queries.all());
  }

  @Operation(summary = "A source and its mapping; its secret is never shown")
  @GetMapping("/api/sources/{name}")
  SourceView one(@PathVariable String name) {
    return queries.one(name);
  }

  @Operation(
      summary = "Add a source, or change it",
      description =
          "kind, secret, and unless the mapping of the kind will do: each, mapping; returnHosts of"
              + " a form")
  @PutMapping("/api/sources/{name}")
  SourceView save(@PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    Optional<SignalSource> before = sources.find(name);
    SignalSource source = reader.read(name, body, before, by.getName());
    sources.save(source);
    String what = before.isPresent() ? "source changed" : "source added";
    audit.add(by.getName(), what, "source " + name);
    return queries.view(source);
  }

  @Operation(summary = "Remove a source; what it sent stays recorded")
  @DeleteMapping("/api/sources/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name, Principal by) {
    if (!sources.remove(name)) {
      throw SourceQueries.none(name);
    }
    audit.add(by.getName(), "source removed", "source " + name);
  }

  @Operation(summary = "What a source sent, newest first, 50 a page")
  @GetMapping("/api/sources/{name}/payloads")
  PayloadPage payloads(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "0") String page) {
    queries.find(name);
    Map<String, @Nullable Object> given = new HashMap<>();
    given.put("state", state);
    given.put("page", page);
    FieldReader fields = new FieldReader(given);
    String word = fields.optionalOneOf("state", SourceQueries.states());
    Integer number = fields.number("page", 0, 100_000);
    fields.check();
    return queries.payloads(name, word, number == null ? 0 : number);
  }

  @Operation(summary = "Map a payload again, by the mapping as it is now; nothing counts twice")
  @PostMapping("/api/sources/{name}/payloads/{id}/retry")
  Retried retry(@PathVariable String name, @PathVariable String id, Locale locale) {
    PayloadIntake.Taken taken = intake.retry(queries.find(name), queries.payload(name, id));
    return new Retried(
        taken.id(), taken.state().word(), taken.signals(), in(locale, taken.issues()));
  }

  @Operation(summary = "Leave out a payload that waits and that nobody can map")
  @PostMapping("/api/sources/{name}/payloads/{id}/ignore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leaveOut(@PathVariable String name, @PathVariable String id, Principal by) {
    queries.find(name);
    intake.leaveOut(queries.payload(name, id));
    audit.add(by.getName(), "payload left out", "payload %s of source %s".formatted(id, name));
  }

  @Operation(
      summary = "Try a mapping on what the source sent last; nothing is recorded",
      description = "kind, and unless the mapping of the kind will do: each, mapping")
  @PostMapping("/api/sources/{name}/try")
  Trials tryMapping(
      @PathVariable String name,
      @RequestBody Map<String, Object> body,
      Principal by,
      Locale locale) {
    SignalSource tried = reader.read(name, body, Optional.of(queries.find(name)), by.getName());
    return new Trials(
        queries.payloads(name, null, 0).items().stream()
            .limit(SOME)
            .map(payload -> trial(tried, payload, locale))
            .toList());
  }

  private Trial trial(SignalSource source, PayloadView payload, Locale locale) {
    MappedPayload mapped = mapper.read(source, payload.body(), payload.receivedAt());
    return new Trial(payload.id(), mapped.signals(), in(locale, mapped.issues()));
  }

  private static List<FieldError> in(Locale locale, List<FieldError> issues) {
    return issues.stream().map(issue -> issue.in(locale)).toList();
  }
}
