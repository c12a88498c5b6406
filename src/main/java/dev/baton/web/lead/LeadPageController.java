package dev.baton.web.lead;

import dev.baton.booking.BookingQueries;
import dev.baton.handoff.record.OpenedHandoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.signal.ConsentHistory;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /leads/{id}…}: the same reads and rights as over HTTP, for people. */
@StaffPage
@Translated
@RequestMapping("/leads")
public class LeadPageController {
  private final LeadPageAssembler assembler;
  private final LeadHistoryAssembler historyAssembler;
  private final People people;
  private final OpenedHandoffs opened;
  private final BookingQueries bookings;
  private final ConsentHistory consents;
  private final LeadProposals proposals;

  LeadPageController(
      LeadPageAssembler assembler,
      LeadHistoryAssembler historyAssembler,
      People people,
      OpenedHandoffs opened,
      BookingQueries bookings,
      ConsentHistory consents,
      LeadProposals proposals) {
    this.assembler = assembler;
    this.historyAssembler = historyAssembler;
    this.people = people;
    this.opened = opened;
    this.bookings = bookings;
    this.consents = consents;
    this.proposals = proposals;
  }

  @GetMapping("/{id}")
  String lead(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String show,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    LeadPage leadPage = page(id, user);
    proposals.add(leadPage, user, model);
    timeline(leadPage, LeadPage.Day.Part.of(show), user, model);
    model
        .addAttribute("page", leadPage)
        .addAttribute("consents", consents.of(id))
        .addAttribute("history", historyAssembler.of(id, user.clock()))
        .addAttribute("meetings", meetings(leadPage, user))
        .addAttribute("reps", user.oversees() ? activeReps() : List.of());
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
    LeadPage page = page(id, user);
    proposals.add(page, user, model);
    timeline(page, LeadPage.Day.Part.ALL, user, model);
    model.addAttribute("page", page).addAttribute("story", story);
    return "lead-card";
  }

  private void timeline(LeadPage page, LeadPage.Day.Part part, CurrentUser user, Model model) {
    model
        .addAttribute(
            "timeline",
            LeadPage.Day.of(page.lead().timeline(), part, user.clock(), DisplayNames.ofAll(people)))
        .addAttribute("part", part)
        .addAttribute("parts", LeadPage.Day.Part.values());
  }

  /** The part of a page on which a rep answers one lead after the other. */
  @GetMapping("/{id}/work")
  String work(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    LeadPage page = page(id, user);
    proposals.add(page, user, model);
    model.addAttribute("page", page);
    return "lead-work";
  }

  private LeadMeetings meetings(LeadPage page, CurrentUser user) {
    return LeadMeetings.of(
        bookings.ofLead(page.lead().id()),
        page.handoffs().isEmpty() ? null : page.handoffs().get(0).handoff(),
        DisplayNames.ofAll(people),
        user);
  }

  private List<Person> activeReps() {
    return people.withRole(Role.SALES).stream().filter(Person::active).toList();
  }

  private LeadPage page(String id, CurrentUser user) {
    LeadPage found =
        assembler
            .find(id, user)
            .orElseThrow(() -> ApiProblem.notFound("There is no lead %s for you".formatted(id)));
    found.handoffs().stream()
        .findFirst()
        .ifPresent(latest -> opened.opened(latest.handoff(), user.id(), user.clock().now()));
    return found;
  }
}
