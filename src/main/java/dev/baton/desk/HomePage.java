package dev.baton.desk;

import dev.baton.alert.DeadAddresses;
import dev.baton.alert.StuckMessages;
import dev.baton.desk.Agenda.Owed;
import dev.baton.desk.Agenda.Whose;
import dev.baton.insight.Lately;
import dev.baton.people.People;
import dev.baton.rejection.Rejection;
import dev.baton.rejection.Rejections;
import dev.baton.review.AgreedDecisions;
import dev.baton.review.HandoffReview;
import dev.baton.review.HandoffReviews;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /}: what waits for me, what is due, and how the week went. */
@Controller
class HomePage {
  private static final int MOST = 10;

  private final Agenda agenda;
  private final LeadDesk desk;
  private final Lately lately;
  private final People people;
  private final RepLines reps;
  private final StuckMessages stuck;
  private final DeadAddresses dead;
  private final Rejections rejections;
  private final HandoffReviews reviews;
  private final AgreedDecisions agreed;

  HomePage(
      Agenda agenda,
      LeadDesk desk,
      Lately lately,
      People people,
      RepLines reps,
      StuckMessages stuck,
      DeadAddresses dead,
      Rejections rejections,
      HandoffReviews reviews,
      AgreedDecisions agreed) {
    this.agenda = agenda;
    this.desk = desk;
    this.lately = lately;
    this.people = people;
    this.reps = reps;
    this.stuck = stuck;
    this.dead = dead;
    this.rejections = rejections;
    this.reviews = reviews;
    this.agreed = agreed;
  }

  @GetMapping("/")
  String home(@ModelAttribute("reader") Reader reader, Model model) {
    if (reader.readsLeads()) {
      fill(reader, model);
    }
    if (reader.isRep()) {
      model.addAttribute("me", reps.of(List.of(reader.person()), reader.watch().now()).get(0));
    }
    return "home";
  }

  private void fill(Reader reader, Model model) {
    Whose whose = Whose.of(reader);
    List<Owed> mine = reader.isRep() ? agenda.owedBy(reader.id(), MOST) : List.of();
    List<Owed> owed =
        agenda.owed(whose, MOST + mine.size()).stream()
            .filter(owes -> !reader.isRep() || !reader.id().equals(owes.owner()))
            .limit(MOST)
            .toList();
    List<Agenda.Again> again = reader.isRep() ? agenda.again(reader.id(), MOST) : List.of();
    List<Agenda.Unowned> unowned = reader.isMarketing() ? List.of() : agenda.unowned(whose, MOST);
    List<Agenda.No> noes = reader.isMarketing() ? agenda.noes(MOST) : List.of();
    model
        .addAttribute("week", lately.days(7))
        .addAttribute("month", lately.days(30))
        .addAttribute("mine", mine)
        .addAttribute("again", again)
        .addAttribute("owed", owed)
        .addAttribute("unowned", unowned)
        .addAttribute("noes", noes)
        .addAttribute("unanswered", rejections.count(Rejection.State.OPEN))
        .addAttribute("contested", rejections.count(Rejection.State.CONTESTED))
        .addAttribute("late", reader.oversees() ? agenda.late(reader.watch().now()) : List.of())
        .addAttribute("stuck", reader.oversees() ? stuck.all() : List.of())
        .addAttribute("dead", reader.oversees() ? dead.all() : List.of())
        .addAttribute("agreed", agreed.openOf(reader.id()))
        .addAttribute(
            "reviews",
            reviews.page(HandoffReview.State.OPEN, null, 0).stream()
                .filter(review -> review.isFor(reader.person().role()))
                .toList())
        .addAttribute("names", Names.of(people))
        .addAttribute(
            "leads",
            leads(
                Stream.of(
                        Stream.concat(mine.stream(), owed.stream()).map(Owed::leadId),
                        again.stream().map(Agenda.Again::leadId),
                        unowned.stream().map(Agenda.Unowned::leadId),
                        noes.stream().map(Agenda.No::leadId))
                    .flatMap(ids -> ids)
                    .collect(Collectors.toSet())));
  }

  private Map<String, LeadLine> leads(Collection<String> ids) {
    return desk.lines(List.copyOf(ids)).stream()
        .collect(Collectors.toMap(LeadLine::id, Function.identity()));
  }
}
