package dev.baton.web.lead.search;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.people.SavedViews;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/lead-views}: the views of the list of leads that somebody keeps for themselves. */
@RestController
@RequestMapping("/api/lead-views")
class SavedViewController {
  private static final int MOST = 50;

  private final LeadListViews views;
  private final LeadParameters parameters;

  SavedViewController(LeadListViews views, LeadParameters parameters) {
    this.views = views;
    this.parameters = parameters;
  }

  record LeadListViewPage(List<LeadListViews.LeadListView> items) {}

  @Operation(summary = "One's own views of the list of leads, by name")
  @GetMapping
  LeadListViewPage all(Principal reader) {
    return new LeadListViewPage(views.of(reader.getName()));
  }

  @Operation(
      summary = "Keep a view; one of the same name is replaced",
      description = "name; query: an object of parameters of GET /api/leads, but for page")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LeadListViews.LeadListView keep(@RequestBody Map<String, Object> fields, Principal by) {
    FieldReader given = FieldReader.ofJson(fields);
    String name =
        given.requiredText("name", "say what the view is called", SavedViews.LONGEST_NAME);
    Map<String, String> query = query(given);
    given.check();
    String text = views.write(query);
    if (text.length() > SavedViews.LONGEST_QUERY) {
      given.wrong("query", "more than %d characters".formatted(SavedViews.LONGEST_QUERY));
    }
    List<LeadListViews.LeadListView> before = views.of(by.getName());
    if (before.size() >= MOST && before.stream().noneMatch(view -> view.name().equals(name))) {
      given.wrong("name", "you keep %d views already; remove one first".formatted(MOST));
    }
    given.check();
    return views.save(by.getName(), Objects.requireNonNull(name), text);
  }

  /** What is asked for must be answerable, or the view would show nothing later. */
  private Map<String, String> query(FieldReader given) {
    Map<String, String> query = new TreeMap<>();
    if (!(given.raw("query") instanceof Map<?, ?> asked) || asked.isEmpty()) {
      given.missing("query", "say what is looked for, such as {\"stage\": \"MQL\"}");
      return query;
    }
    asked.forEach((name, value) -> query.put(String.valueOf(name), String.valueOf(value)));
    LeadParameters.refuseUnknown(query.keySet());
    parameters.filter(new TreeMap<>(query));
    return query;
  }

  @Operation(summary = "Remove one of one's own")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id, Principal by) {
    if (!id.matches("\\d{1,18}") || !views.remove(by.getName(), Long.parseLong(id))) {
      throw ApiProblem.notFound("You keep no view " + id);
    }
  }
}
