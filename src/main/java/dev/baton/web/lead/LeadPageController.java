package dev.baton.web.lead;

import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /leads…}: the same reads and rights as {@code /api/leads}, for people. */
@StaffPage
@RequestMapping("/leads")
public class LeadPageController {
  private static final List<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::name).toList();

  private final LeadRows leadRows;
  private final LeadPageAssembler assembler;
  private final LeadHistoryAssembler historyAssembler;
  private final People people;

  LeadPageController(
      LeadRows leadRows,
      LeadPageAssembler assembler,
      LeadHistoryAssembler historyAssembler,
      People people) {
    this.leadRows = leadRows;
    this.assembler = assembler;
    this.historyAssembler = historyAssembler;
    this.people = people;
  }

  /** What stands in the form above the list; what makes no sense is as good as nothing. */
  record Filter(@Nullable String email, @Nullable String stage, @Nullable String owner, int page) {
    static Filter of(
        @Nullable String email,
        @Nullable String stage,
        @Nullable String owner,
        @Nullable String page) {
      String part = email == null ? "" : email.trim().toLowerCase(Locale.ROOT);
      return new Filter(
          part.isEmpty() ? null : part,
          STAGES.contains(stage) ? stage : null,
          owner == null || owner.isBlank() ? null : owner,
          page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0);
    }
  }

  @GetMapping
  String leads(
      @RequestParam(required = false) @Nullable String email,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String page,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    Filter filter = Filter.of(email, stage, owner, page);
    model
        .addAttribute("filter", filter)
        .addAttribute(
            "results",
            leadRows.search(
                filter.email(), filter.stage(), filter.owner(), filter.page(), user.id()))
        .addAttribute("stages", STAGES)
        .addAttribute("reps", people.withRole(Role.SALES))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "leads";
  }

  @GetMapping("/{id}")
  String lead(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    LeadPage leadPage = page(id, user);
    model
        .addAttribute("page", leadPage)
        .addAttribute("history", historyAssembler.of(id, user.clock().now()));
    return leadPage.lead().mergedInto() == null
        ? "lead"
        : "redirect:/leads/" + leadPage.lead().mergedInto();
  }

  /** For the frame inside a task, and with its whole story inside Cockpit; it stands on its own. */
  @GetMapping("/{id}/card")
  String card(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean story,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    model.addAttribute("page", page(id, user)).addAttribute("story", story);
    return "lead-card";
  }

  private LeadPage page(String id, CurrentUser user) {
    return assembler
        .find(id, user)
        .orElseThrow(() -> ApiProblem.notFound("There is no lead %s for you".formatted(id)));
  }
}
