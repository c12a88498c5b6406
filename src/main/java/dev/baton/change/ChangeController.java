package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.input.ApiProblem;
import dev.baton.input.ListPage;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/changes…}: changes of models, from the proposal to the rollback. */
@RestController
class ChangeController {
  private final ChangeCommands commands;
  private final ChangeQueries queries;

  ChangeController(ChangeCommands commands, ChangeQueries queries) {
    this.commands = commands;
    this.queries = queries;
  }

  /** A page of changes. */
  record Page(List<ModelChange> items, @Nullable Integer next) {}

  /** The number of a new change. */
  record Proposed(long id) {}

  /** A file before and after. */
  record FileVersions(String name, @Nullable String before, String after) {}

  /** Runs before a body is read: whether it is there comes before what is said about it. */
  @ModelAttribute
  void known(@PathVariable(required = false) @Nullable String id) {
    if (id != null && number(id).flatMap(queries::find).isEmpty()) {
      throw ApiProblem.notFound("There is no change " + id);
    }
  }

  private static Optional<Long> number(String id) {
    return id.matches("\\d{1,15}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  @Operation(summary = "Changes, the newest first, 50 a page")
  @GetMapping("/api/changes")
  Page changes(@RequestParam(defaultValue = "0") String page) {
    int number = ListPage.number(page);
    ListPage<ModelChange> one = ListPage.of(queries.page(number), ChangeQueries.PAGE, number);
    return new Page(one.items(), one.next());
  }

  @Operation(
      summary = "Propose a change of models",
      description = "title; why; files: [{name, content}], .bpmn, .dmn or .form")
  @PostMapping("/api/changes")
  @ResponseStatus(HttpStatus.CREATED)
  Proposed propose(@RequestBody Map<String, Object> change, Principal by) {
    return new Proposed(commands.propose(change, by.getName()));
  }

  @Operation(summary = "A change: what it says in words, its check, its signatures")
  @GetMapping("/api/changes/{id}")
  ChangeDetails change(@PathVariable String id) {
    return queries.details(Long.parseLong(id)).orElseThrow();
  }

  @Operation(summary = "A file of a change, as it was before and as it is proposed")
  @GetMapping("/api/changes/{id}/files/{name}")
  FileVersions file(@PathVariable String id, @PathVariable String name) {
    long number = Long.parseLong(id);
    return queries
        .after(number, name)
        .map(
            after ->
                new FileVersions(
                    name,
                    queries.before(number, name).map(ModelFile::content).orElse(null),
                    after.content()))
        .orElseThrow(() -> ApiProblem.notFound("Change %s has no file %s".formatted(id, name)));
  }

  @Operation(
      summary = "Edit a proposal",
      description = "title, why, files; other files make its check and its signatures void")
  @PutMapping("/api/changes/{id}")
  ChangeDetails edit(
      @PathVariable String id, @RequestBody Map<String, Object> change, Principal by) {
    commands.edit(Long.parseLong(id), change, by.getName());
    return change(id);
  }

  @Operation(
      summary = "Check a proposal as it stands, and replay its tables over leads of the past",
      description = "from, to: a day or an instant; three months up to now by default")
  @PostMapping("/api/changes/{id}/check")
  ChangeDetails check(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> range,
      Principal by) {
    commands.check(Long.parseLong(id), range == null ? Map.of() : range, by.getName());
    return change(id);
  }

  @Operation(
      summary = "Let a checked proposal judge live leads silently, or no longer",
      description = "on: true or false")
  @PostMapping("/api/changes/{id}/shadow")
  ChangeDetails shadow(
      @PathVariable String id, @RequestBody Map<String, Object> how, Principal by) {
    commands.shadow(Long.parseLong(id), how, by.getName());
    return change(id);
  }

  @Operation(
      summary = "Sign what a proposal says now",
      description = "side: marketing or sales; note")
  @PostMapping("/api/changes/{id}/sign")
  ChangeDetails sign(
      @PathVariable String id, @RequestBody Map<String, Object> signature, Principal by) {
    commands.sign(Long.parseLong(id), signature, by.getName());
    return change(id);
  }

  @Operation(
      summary = "Put a change in force",
      description =
          "migrate: true moves what runs to the changed diagrams; mapping: {step: step} for those"
              + " that wait where they have nothing any more")
  @PostMapping("/api/changes/{id}/apply")
  ChangeDetails apply(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> how,
      Principal by) {
    commands.apply(Long.parseLong(id), how == null ? Map.of() : how, by.getName());
    return change(id);
  }

  @Operation(
      summary = "Take a change back: what was before is in force again",
      description = "migrate: true moves what runs back, too; mapping: as there")
  @PostMapping("/api/changes/{id}/rollback")
  ChangeDetails rollback(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> how,
      Principal by) {
    commands.rollback(Long.parseLong(id), how == null ? Map.of() : how, by.getName());
    return change(id);
  }

  @Operation(summary = "Withdraw a proposal")
  @PostMapping("/api/changes/{id}/withdraw")
  ChangeDetails withdraw(@PathVariable String id, Principal by) {
    commands.withdraw(Long.parseLong(id), by.getName());
    return change(id);
  }
}
