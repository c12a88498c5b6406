package dev.baton.web.staff;

import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the forms of the pages for managers let somebody choose from. */
@Component
class StaffChoices {
  private final Teams teams;
  private final Calendars calendars;

  StaffChoices(Teams teams, Calendars calendars) {
    this.teams = teams;
    this.calendars = calendars;
  }

  Model addTo(Model model) {
    List<Team> open =
        teams.all().stream().filter(team -> !teams.isFallbackQueue(team.id())).toList();
    return model
        .addAttribute("days", RepRow.DAYS)
        .addAttribute("teams", open)
        .addAttribute("teamIds", open.stream().map(Team::id).toList())
        .addAttribute("everybody", Team.EVERYBODY)
        .addAttribute(
            "calendarNames", calendars.all().stream().map(CalendarSettings::name).toList());
  }
}
