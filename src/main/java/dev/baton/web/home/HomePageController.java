package dev.baton.web.home;

import dev.baton.input.Translated;
import dev.baton.insight.funnel.RecentFunnel;
import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.HeldAnswerAdvice;
import dev.baton.web.StaffPage;
import dev.baton.web.home.NextActions.Whose;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import dev.baton.web.staff.RepRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /}: what waits for me, what is due, and how the week went. */
@StaffPage
@Translated
public class HomePageController {
  private static final int MOST = 10;

  private final NextActions actions;
  private final LeadRows leadRows;
  private final RecentFunnel funnel;
  private final People people;
  private final RepRows reps;
  private final OversightSection oversight;
  private final ReviewSection reviews;

  HomePageController(
      NextActions actions,
      LeadRows leadRows,
      RecentFunnel funnel,
      People people,
      RepRows reps,
      OversightSection oversight,
      ReviewSection reviews) {
    this.actions = actions;
    this.leadRows = leadRows;
    this.funnel = funnel;
    this.people = people;
    this.reps = reps;
    this.oversight = oversight;
    this.reviews = reviews;
  }

  @GetMapping("/")
  String home(
      @ModelAttribute("user") CurrentUser user,
      @ModelAttribute("heldAnswers") HeldAnswerAdvice.Held held,
      Model model) {
    if (user.readsLeads()) {
      fill(user, held, model);
    }
    if (user.isRep()) {
      model
          .addAttribute("me", reps.of(List.of(user.person()), user.clock().now()).get(0))
          .addAttribute("colleagues", people.activeReps(Team.EVERYBODY));
    }
    return "home";
  }

  private void fill(CurrentUser user, HeldAnswerAdvice.Held held, Model model) {
    Whose whose = Whose.of(user);
    List<DueAction> mine =
        user.isRep()
            ? actions.ownedBy(user.id(), MOST).stream()
                .filter(action -> !held.has(action.handoffId()))
                .toList()
            : List.of();
    List<DueAction> upcoming =
        actions.upcoming(whose, MOST + mine.size()).stream()
            .filter(action -> !user.isRep() || !user.id().equals(action.owner()))
            .limit(MOST)
            .toList();
    List<NextActions.Retry> retries = user.isRep() ? actions.retries(user.id(), MOST) : List.of();
    List<NextActions.Unowned> unowned =
        user.isMarketing() ? List.of() : actions.unowned(whose, MOST);
    List<NextActions.Rejected> latest =
        user.isMarketing() ? actions.latestRejections(MOST) : List.of();
    oversight.addTo(model, user);
    reviews.addTo(model, user);
    model
        .addAttribute("week", funnel.days(7))
        .addAttribute("before", funnel.daysBefore(7))
        .addAttribute("month", funnel.days(30))
        .addAttribute("mine", mine)
        .addAttribute("retries", retries)
        .addAttribute("upcoming", upcoming)
        .addAttribute("unowned", unowned)
        .addAttribute("rejections", latest)
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute(
            "leads",
            leads(
                Stream.of(
                        Stream.concat(mine.stream(), upcoming.stream()).map(DueAction::leadId),
                        retries.stream().map(NextActions.Retry::leadId),
                        unowned.stream().map(NextActions.Unowned::leadId),
                        latest.stream().map(NextActions.Rejected::leadId))
                    .flatMap(ids -> ids)
                    .collect(Collectors.toSet())));
  }

  private Map<String, LeadRow> leads(Collection<String> ids) {
    return leadRows.rows(List.copyOf(ids)).stream()
        .collect(Collectors.toMap(LeadRow::id, Function.identity()));
  }
}
