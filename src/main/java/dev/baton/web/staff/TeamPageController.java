package dev.baton.web.staff;

import dev.baton.handoff.deadline.DeadlineDifference;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.recalculation.DeadlineRecalculation;
import dev.baton.input.Translated;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.sla.BusinessCalendar;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import dev.baton.web.ViewerClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * {@code /teams}: teams, their calendars, and deadlines that the policy would set otherwise today.
 */
@StaffPage
@Translated
public class TeamPageController {
  private static final int MOST = 50;

  private final People people;
  private final Calendars calendars;
  private final DeadlineRecalculation recalculation;
  private final LeadBriefings briefings;
  private final StaffChoices choices;

  TeamPageController(
      People people,
      Calendars calendars,
      DeadlineRecalculation recalculation,
      LeadBriefings briefings,
      StaffChoices choices) {
    this.people = people;
    this.calendars = calendars;
    this.recalculation = recalculation;
    this.briefings = briefings;
    this.choices = choices;
  }

  @GetMapping("/teams")
  String teams(@ModelAttribute("user") CurrentUser user, Model model) {
    List<DeadlineDifference> differences = recalculation.differences();
    choices
        .addTo(model)
        .addAttribute("differences", differences.size())
        .addAttribute("changed", changed(differences))
        .addAttribute(
            "members",
            people.withRole(Role.SALES).stream()
                .filter(rep -> rep.active() && rep.team() != null)
                .collect(
                    Collectors.groupingBy(
                        Person::team, Collectors.mapping(Person::name, Collectors.toList()))))
        .addAttribute("calendars", calendarRows(user.clock()));
    return "teams";
  }

  private List<CalendarRow> calendarRows(ViewerClock reader) {
    List<CalendarSettings> settings = calendars.all();
    Map<String, BusinessCalendar> found =
        calendars.find(settings.stream().map(CalendarSettings::name).toList());
    return settings.stream()
        .flatMap(
            one ->
                Stream.ofNullable(found.get(one.name()))
                    .map(
                        calendar ->
                            CalendarRow.of(
                                one, calendar, calendars.closingDays(one.name()), reader)))
        .toList();
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
}
