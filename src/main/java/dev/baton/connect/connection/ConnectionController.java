package dev.baton.connect.connection;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/connections…}: systems that hear what happens to leads. */
@RestController
@Translated
class ConnectionController {
  private final Connections connections;
  private final ConnectionQueries queries;
  private final ConnectionReader reader;
  private final ConnectionCommands commands;

  ConnectionController(
      Connections connections,
      ConnectionQueries queries,
      ConnectionReader reader,
      ConnectionCommands commands) {
    this.connections = connections;
    this.queries = queries;
    this.reader = reader;
    this.commands = commands;
  }

  record ConnectionList(List<ConnectionView> items) {}

  /**
   * What a system said to a test.
   *
   * @param works whether it took the call
   * @param text what it said, or the way to it, if it didn't
   */
  record Tested(boolean works, @Nullable String text) {}

  record Replayed(int messages) {}

  @Operation(summary = "All connections: state, lag, last error, what waits")
  @GetMapping("/api/connections")
  ConnectionList all() {
    return new ConnectionList(queries.all());
  }

  @Operation(summary = "A connection; its secret is never shown")
  @GetMapping("/api/connections/{name}")
  ConnectionView one(@PathVariable String name) {
    return queries.view(connection(name));
  }

  @Operation(
      summary = "Add a connection, or change it",
      description =
          "kind; of a webhook url and secret; events (stage owner deadline deal outcome), dailyQuota")
  @PutMapping("/api/connections/{name}")
  ConnectionView save(
      @PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    Optional<Connection> before = connections.find(name);
    Connection connection = reader.read(name, body, before, by.getName());
    commands.save(connection, before.isEmpty());
    return queries.view(connection);
  }

  @Operation(summary = "Remove a connection and what waits for it")
  @DeleteMapping("/api/connections/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name, Principal by) {
    commands.remove(connection(name), by.getName());
  }

  @Operation(summary = "Ask a system whether it takes calls of ours")
  @PostMapping("/api/connections/{name}/test")
  Tested test(@PathVariable String name, Locale locale) {
    DeliveryOutcome outcome = commands.test(connection(name));
    return new Tested(
        outcome instanceof DeliveryOutcome.Sent,
        Optional.ofNullable(said(outcome)).map(text -> Sentences.in(locale, text)).orElse(null));
  }

  @Operation(summary = "Send nothing for now; what happens is kept")
  @PostMapping("/api/connections/{name}/pause")
  ConnectionView pause(@PathVariable String name, Principal by) {
    return queries.view(commands.pause(connection(name), true, by.getName()));
  }

  @Operation(summary = "Send again, and at once what was held")
  @PostMapping("/api/connections/{name}/resume")
  ConnectionView resume(@PathVariable String name, Principal by) {
    return queries.view(commands.pause(connection(name), false, by.getName()));
  }

  @Operation(
      summary = "Tell again what happened from an instant on",
      description =
          "from: what it has heard comes again with the same id, what it hasn't is added, what failed"
              + " is tried again")
  @PostMapping("/api/connections/{name}/replay")
  Replayed replay(@PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    Connection connection = connection(name);
    FieldReader fields = FieldReader.ofJson(body);
    Instant from = fields.instant("from");
    if (from == null) {
      fields.missing("from", "since when, such as 2026-01-05T00:00:00Z");
    }
    fields.check();
    return new Replayed(commands.replay(connection, Objects.requireNonNull(from), by.getName()));
  }

  private Connection connection(String name) {
    return connections
        .find(name)
        .orElseThrow(() -> ApiProblem.notFound("There is no connection " + name));
  }

  private static @Nullable String said(DeliveryOutcome outcome) {
    if (outcome instanceof DeliveryOutcome.Failed failed) {
      return failed.why();
    }
    if (outcome instanceof DeliveryOutcome.Retry retry) {
      return retry.why();
    }
    if (outcome instanceof DeliveryOutcome.Hold hold) {
      return hold.why();
    }
    return outcome instanceof DeliveryOutcome.Unauthorized refused ? refused.why() : null;
  }
}
