package dev.baton.rehearsal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.input.Translated;
import dev.baton.rehearsal.scenario.ScenarioReport;
import dev.baton.rehearsal.scenario.ScenarioResult;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** {@code /api/scenarios…}: stories of leads that are played with the models in force. */
@RestController
@Translated
class ScenarioController {
  private static final String CSV = "text/csv";

  private final Scenarios scenarios;
  private final ScenarioCommands commands;

  ScenarioController(Scenarios scenarios, ScenarioCommands commands) {
    this.scenarios = scenarios;
    this.commands = commands;
  }

  record ScenarioList(List<ScenarioFile> items) {}

  record Played(@JsonUnwrapped ScenarioReport report, List<ScenarioResult> results) {}

  @Operation(summary = "All scenarios, by name")
  @GetMapping("/api/scenarios")
  ScenarioList scenarios() {
    return new ScenarioList(scenarios.all());
  }

  @Operation(summary = "A scenario as a table: when, what, value")
  @GetMapping(path = "/api/scenarios/{name}", produces = CSV + ";charset=UTF-8")
  byte[] scenario(@PathVariable String name) {
    return scenarios
        .find(name)
        .map(file -> file.content().getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> ApiProblem.notFound("There is no scenario " + name));
  }

  @Operation(summary = "Write a scenario, or change it")
  @PutMapping(path = "/api/scenarios/{name}", consumes = CSV)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(@PathVariable String name, @RequestBody byte[] csv, Principal by) {
    commands.save(name, new String(csv, StandardCharsets.UTF_8), by.getName());
  }

  @Operation(summary = "Take a written scenario away; one that ships is as it ships again")
  @DeleteMapping("/api/scenarios/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name, Principal by) {
    ScenarioFile file =
        scenarios.find(name).orElseThrow(() -> ApiProblem.notFound("There is no scenario " + name));
    if (file.by() == null) {
      throw InvalidInput.at("name", "it is as it ships; there is nothing to take away");
    }
    commands.delete(name, by.getName());
  }

  @Operation(summary = "Play the scenarios", description = "name: only this one; all by default")
  @PostMapping("/api/scenarios/run")
  Played run(@RequestBody(required = false) @Nullable Map<String, Object> which, Locale locale) {
    FieldReader given = FieldReader.ofJson(which == null ? Map.of() : which);
    String name = given.text("name");
    given.check();
    List<ScenarioResult> results =
        commands.run(name).stream().map(result -> result.in(locale)).toList();
    return new Played(ScenarioReport.of(results), results);
  }
}
