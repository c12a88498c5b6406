package dev.baton.desk;

import dev.baton.alert.DeadAddresses;
import dev.baton.handoff.Packs;
import dev.baton.handoff.Recounting;
import dev.baton.handoff.Recounting.Difference;
import dev.baton.input.ApiProblem;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Preferences;
import dev.baton.people.Reach;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import dev.baton.sla.BusinessCalendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /reps…} and {@code /teams}: who takes leads, on which terms, and who is here now. */
@Controller
class RepPages {
  private static final int MOST = 50;

  private final People people;
  private final Teams teams;
  private final Calendars calendars;
  private final RepLines lines;
  private final Recounting recounting;
  private final Packs packs;
  private final Preferences preferences;
  private final Reach reach;
  private final DeadAddresses dead;

  RepPages(
      People people,
      Teams teams,
      Calendars calendars,
      RepLines lines,
      Recounting recounting,
      Packs packs,
      Preferences preferences,
      Reach reach,
      DeadAddresses dead) {
    this.people = people;
    this.teams = teams;
    this.calendars = calendars;
    this.lines = lines;
    this.recounting = recounting;
    this.packs = packs;
    this.preferences = preferences;
    this.reach = reach;
    this.dead = dead;
  }

  @GetMapping("/reps")
  String reps(@ModelAttribute("reader") Reader reader, Model model) {
    Map<Boolean, List<RepLine>> reps =
        lines.of(people.withRole(Role.SALES), reader.watch().now()).stream()
            .collect(Collectors.partitioningBy(line -> line.person().active()));
    choices(model).addAttribute("reps", reps.get(true)).addAttribute("gone", reps.get(false));
    return "reps";
  }

  @GetMapping("/reps/{id}")
  String rep(@PathVariable String id, @ModelAttribute("reader") Reader reader, Model model) {
    Person rep =
        people
            .find(id)
            .filter(Person::isRep)
            .orElseThrow(() -> ApiProblem.notFound("There is no rep " + id));
    choices(model)
        .addAttribute("rep", lines.of(List.of(rep), reader.watch().now()).get(0))
        .addAttribute("preference", preferences.of(id))
        .addAttribute("channels", reach.all())
        .addAttribute("works", reach.channels())
        .addAttribute("dead", dead.of(rep));
    return "rep";
  }

  @GetMapping("/teams")
  String teams(@ModelAttribute("reader") Reader reader, Model model) {
    List<Calendars.Sheet> sheets = calendars.all();
    Map<String, BusinessCalendar> found =
        calendars.find(sheets.stream().map(Calendars.Sheet::name).toList());
    List<Difference> differences = recounting.differences();
    choices(model)
        .addAttribute("differences", differences.size())
        .addAttribute("changed", changed(differences))
        .addAttribute(
            "members",
            people.withRole(Role.SALES).stream()
                .filter(rep -> rep.active() && rep.team() != null)
                .collect(
                    Collectors.groupingBy(
                        Person::team, Collectors.mapping(Person::name, Collectors.toList()))))
        .addAttribute(
            "calendars",
            sheets.stream()
                .map(
                    sheet ->
                        CalendarLine.of(
                            sheet,
                            found.get(sheet.name()),
                            calendars.closingDays(sheet.name()),
                            reader.watch().now()))
                .toList());
    return "teams";
  }

  /** The soonest due; who moves these sees the next. */
  private List<ChangedPromise> changed(List<Difference> differences) {
    Names names = Names.of(people);
    return differences.stream()
        .limit(MOST)
        .map(
            difference ->
                new ChangedPromise(
                    difference, packs.who(difference.leadId()), names.of(difference.owner())))
        .toList();
  }

  /** What the forms let somebody choose from. */
  private Model choices(Model model) {
    List<Team> open =
        teams.all().stream().filter(team -> !teams.isFallbackQueue(team.id())).toList();
    return model
        .addAttribute("days", RepLine.DAYS)
        .addAttribute("teams", open)
        .addAttribute("teamIds", open.stream().map(Team::id).toList())
        .addAttribute("everybody", Team.EVERYBODY)
        .addAttribute(
            "calendarNames", calendars.all().stream().map(Calendars.Sheet::name).toList());
  }
}
