package dev.baton.web.lead.search;

import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import dev.baton.web.lead.search.LeadFilter.LeadOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /leads}: the leads that somebody may see, searched, filtered and in an order. */
@StaffPage
@Translated
public class LeadListPageController {
  private final LeadRows leadRows;
  private final People people;
  private final LeadParameters parameters;
  private final LeadListViews views;

  LeadListPageController(
      LeadRows leadRows, People people, LeadParameters parameters, LeadListViews views) {
    this.leadRows = leadRows;
    this.people = people;
    this.parameters = parameters;
    this.views = views;
  }

  @GetMapping("/leads")
  String leads(
      @RequestParam Map<String, String> asked,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    // what makes no sense is as good as nothing
    Map<String, String> filled = new TreeMap<>();
    asked.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            filled.put(name, value.strip());
          }
        });
    String page = filled.getOrDefault("page", "0");
    int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    Map<String, String> query = query(filled);
    List<LeadListViews.LeadListView> kept = views.of(user.id());
    model
        .addAttribute("asked", filled)
        .addAttribute("results", leadRows.page(filter(filled), number, user.person()))
        .addAttribute("pageNumber", number)
        .addAttribute("newer", link("/leads", filled, number - 1))
        .addAttribute("older", link("/leads", filled, number + 1))
        .addAttribute("file", link("/api/leads.csv", filled, null))
        .addAttribute("stages", LeadParameters.STAGES)
        .addAttribute("views", kept)
        .addAttribute("query", query)
        .addAttribute(
            "kept",
            kept.stream().filter(view -> view.query().equals(query)).findFirst().orElse(null))
        .addAttribute("reps", people.withRole(Role.SALES))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "leads";
  }

  /** What a view of it would keep: only what the call knows too. */
  private static Map<String, String> query(Map<String, String> asked) {
    Map<String, String> query = new TreeMap<>(asked);
    query.keySet().retainAll(LeadParameters.KNOWN);
    return query;
  }

  private LeadFilter filter(Map<String, String> asked) {
    String stage = asked.get("stage");
    String minScore = asked.getOrDefault("minScore", "");
    return new LeadFilter(
        null,
        // as the field was called before
        LeadFilter.words(asked.getOrDefault("q", asked.get("email"))),
        LeadParameters.STAGES.contains(Objects.requireNonNullElse(stage, "")) ? stage : null,
        asked.get("owner"),
        asked.get("source"),
        asked.get("campaign"),
        minScore.matches("\\d{1,3}") ? Integer.valueOf(minScore) : null,
        parameters.possibleTimes(asked),
        LeadOrder.of(asked.get("sort")));
  }

  private static String link(String path, Map<String, String> asked, @Nullable Integer page) {
    UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
    asked.forEach(
        (name, value) -> {
          if (!name.equals("page")) {
            link.queryParam(name, "{" + name + "}");
          }
        });
    if (page != null) {
      link.queryParam("page", page);
    }
    return link.encode().buildAndExpand(asked).toUriString();
  }
}
