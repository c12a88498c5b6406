package dev.baton.connect.audience;

import dev.baton.connect.audience.AudienceQueries.AudienceLine;
import dev.baton.input.ApiProblem;
import dev.baton.insight.CsvFile;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audiences…}: leads by stage and segment, in lists of other systems. */
@RestController
class AudienceController {
  private final Audiences audiences;
  private final AudienceQueries queries;
  private final AudienceReader reader;
  private final AudienceCommands commands;

  AudienceController(
      Audiences audiences,
      AudienceQueries queries,
      AudienceReader reader,
      AudienceCommands commands) {
    this.audiences = audiences;
    this.queries = queries;
    this.reader = reader;
    this.commands = commands;
  }

  record AudienceList(int smallest, List<AudienceView> items) {}

  @Operation(summary = "All audiences: who is in them, and what waits")
  @GetMapping("/api/audiences")
  AudienceList all() {
    return new AudienceList(queries.smallest(), queries.all());
  }

  @Operation(summary = "An audience")
  @GetMapping("/api/audiences/{name}")
  AudienceView one(@PathVariable String name) {
    return queries.view(audience(name));
  }

  @Operation(
      summary = "Add an audience, or change it",
      description =
          "stages, segments (none: all); connection that keeps lists and the id of the list there, or"
              + " none: a file only")
  @PutMapping("/api/audiences/{name}")
  AudienceView save(
      @PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    Audience audience = reader.read(name, body, audiences.find(name), by.getName());
    commands.save(audience);
    return queries.view(audience);
  }

  @Operation(summary = "Take everybody out of an audience, there too, and remove it then")
  @DeleteMapping("/api/audiences/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name, Principal by) {
    commands.remove(audience(name), by.getName());
  }

  @Operation(
      summary = "Who belongs into an audience now, as hashes of addresses",
      description = "409 where they are too few")
  @GetMapping("/api/audiences/{name}/members.csv")
  ResponseEntity<byte[]> members(@PathVariable String name) {
    return CsvFile.of("audience-" + name, AudienceLine.class, queries.lines(audience(name)));
  }

  private Audience audience(String name) {
    return audiences
        .find(name)
        .orElseThrow(() -> ApiProblem.notFound("There is no audience " + name));
  }
}
