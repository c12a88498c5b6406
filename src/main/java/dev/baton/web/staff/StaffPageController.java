package dev.baton.web.staff;

import dev.baton.alert.message.DeadAddresses;
import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.people.EnabledChannels;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Preferences;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /reps…}: who takes leads, on which terms, and who is here now. */
@StaffPage
@Translated
public class StaffPageController {
  private final People people;
  private final RepRows rows;
  private final StaffChoices choices;
  private final Preferences preferences;
  private final EnabledChannels channels;
  private final DeadAddresses dead;
  private final Declines declines;

  StaffPageController(
      People people,
      RepRows rows,
      StaffChoices choices,
      Preferences preferences,
      EnabledChannels channels,
      DeadAddresses dead,
      Declines declines) {
    this.people = people;
    this.rows = rows;
    this.choices = choices;
    this.preferences = preferences;
    this.channels = channels;
    this.dead = dead;
    this.declines = declines;
  }

  @GetMapping("/reps")
  String reps(@ModelAttribute("user") CurrentUser user, Model model) {
    List<RepRow> reps = rows.of(people.withRole(Role.SALES), user.clock().now());
    choices
        .addTo(model)
        .addAttribute("reps", reps.stream().filter(rep -> rep.person().active()).toList())
        .addAttribute("gone", reps.stream().filter(rep -> !rep.person().active()).toList());
    return "reps";
  }

  @GetMapping("/reps/{id}")
  String rep(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    Person rep =
        people
            .find(id)
            .filter(Person::isRep)
            .orElseThrow(() -> ApiProblem.notFound("There is no rep " + id));
    choices
        .addTo(model)
        .addAttribute("declines", declines.of(id, user.clock().now().minus(Workloads.MONTH)))
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("colleagues", people.activeReps(Team.EVERYBODY))
        .addAttribute("rep", rows.of(List.of(rep), user.clock().now()).get(0))
        .addAttribute("preference", preferences.of(id))
        .addAttribute("language", rep.address().language())
        .addAttribute("channels", channels.all())
        .addAttribute("configured", channels.channels())
        .addAttribute("deadAddresses", dead.of(rep));
    return "rep";
  }
}
