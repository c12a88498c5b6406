package dev.baton.web.staff;

import dev.baton.alert.message.DeadAddresses;
import dev.baton.handoff.DeadlineDifference;
import dev.baton.handoff.DeadlineRecalculation;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.input.ApiProblem;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.EnabledChannels;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Preferences;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import dev.baton.sla.BusinessCalendar;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /reps…} and {@code /teams}: who takes leads, on which terms, and who is here now. */
@StaffPage
public class StaffPageController {
  private static final int MOST = 50;

  private final People people;
  private final Teams teams;
  private final Calendars calendars;
  private final RepRows rows;
  private final DeadlineRecalculation recalculation;
  private final LeadBriefings briefings;
  private final Preferences preferences;
  private final EnabledChannels channels;
  private final DeadAddresses dead;

  StaffPageController(
      People people,
      Teams teams,
      Calendars calendars,
      RepRows rows,
      DeadlineRecalculation recalculation,
      LeadBriefings briefings,
      Preferences preferences,
      EnabledChannels channels,
      DeadAddresses dead) {
    this.people = people;
    this.teams = teams;
    this.calendars = calendars;
    this.rows = rows;
    this.recalculation = recalculation;
    this.briefings = briefings;
    this.preferences = preferences;
    this.channels = channels;
    this.dead = dead;
  }

  @GetMapping("/reps")
  String reps(@ModelAttribute("user") CurrentUser user, Model model) {
    Map<Boolean, List<RepRow>> reps =
        rows.of(people.withRole(Role.SALES), user.clock().now()).stream()
            .collect(Collectors.partitioningBy(repRow -> repRow.person().active()));
    choices(model).addAttribute("reps", reps.get(true)).addAttribute("gone", reps.get(false));
    return "reps";
  }

  @GetMapping("/reps/{id}")
  String rep(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    Person rep =
        people
            .find(id)
            .filter(Person::isRep)
            .orElseThrow(() -> ApiProblem.notFound("There is no rep " + id));
    choices(model)
        .addAttribute("rep", rows.of(List.of(rep), user.clock().now()).get(0))
        .addAttribute("preference", preferences.of(id))
        .addAttribute("channels", channels.all())
        .addAttribute("configured", channels.channels())
        .addAttribute("deadAddresses", dead.of(rep));
    return "rep";
  }

  @GetMapping("/teams")
  String teams(@ModelAttribute("user") CurrentUser user, Model model) {
    List<CalendarSettings> settings = calendars.all();
    Map<String, BusinessCalendar> found =
        calendars.find(settings.stream().map(CalendarSettings::name).toList());
    List<DeadlineDifference> differences = recalculation.differences();
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
            settings.stream()
                .map(
                    calendar ->
                        CalendarRow.of(
                            calendar,
                            found.get(calendar.name()),
                            calendars.closingDays(calendar.name()),
                            user.clock().now()))
                .toList());
    return "teams";
  }

  /** The soonest due; who moves these sees the next. */
  private List<ChangedDeadlineRow> changed(List<DeadlineDifference> differences) {
    DisplayNames names = DisplayNames.ofAll(people);
    return differences.stream()
        .limit(MOST)
        .map(
            difference ->
                new ChangedDeadlineRow(
                    difference, briefings.who(difference.leadId()), names.of(difference.owner())))
        .toList();
  }

  /** What the forms let somebody choose from. */
  private Model choices(Model model) {
    List<Team> open =
        teams.all().stream().filter(team -> !teams.isFallbackQueue(team.id())).toList();
    return model
        .addAttribute("days", RepRow.DAYS)
        .addAttribute("teams", open)
        .addAttribute("teamIds", open.stream().map(Team::id).toList())
        .addAttribute("everybody", Team.EVERYBODY)
        .addAttribute("calendarNames", calendars.names());
  }
}
