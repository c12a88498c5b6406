package dev.baton.web.lead.search;

import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import dev.baton.web.lead.search.LeadFilter.LeadOrder;
import java.util.Arrays;
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
public class LeadListPageController {
  private static final List<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::name).toList();

  private final LeadRows leadRows;
  private final People people;

  LeadListPageController(LeadRows leadRows, People people) {
    this.leadRows = leadRows;
    this.people = people;
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
    model
        .addAttribute("asked", filled)
        .addAttribute("results", leadRows.page(filter(filled), number, user.id()))
        .addAttribute("pageNumber", number)
        .addAttribute("newer", link("/leads", filled, number - 1))
        .addAttribute("older", link("/leads", filled, number + 1))
        .addAttribute("file", link("/api/leads.csv", filled, null))
        .addAttribute("stages", STAGES)
        .addAttribute("reps", people.withRole(Role.SALES))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "leads";
  }

  private static LeadFilter filter(Map<String, String> asked) {
    String stage = asked.get("stage");
    String minScore = asked.getOrDefault("minScore", "");
    return new LeadFilter(
        null,
        // as the field was called before
        LeadFilter.words(asked.getOrDefault("q", asked.get("email"))),
        STAGES.contains(Objects.requireNonNullElse(stage, "")) ? stage : null,
        asked.get("owner"),
        asked.get("source"),
        asked.get("campaign"),
        minScore.matches("\\d{1,3}") ? Integer.valueOf(minScore) : null,
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
