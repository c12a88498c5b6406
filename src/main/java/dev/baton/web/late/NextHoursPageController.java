package dev.baton.web.late;

import dev.baton.change.ChangePermissions;
import dev.baton.change.ChangeQueries;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.rehearsal.NextHoursQueries;
import dev.baton.rehearsal.NextHoursQueries.Answer;
import dev.baton.rehearsal.NextHoursQueries.Asked;
import dev.baton.rehearsal.forecast.ForecastEvent;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /sla/next-72-hours}: what comes due when nobody answers, and where it breaks. */
@StaffPage
@Translated
public class NextHoursPageController {
  private static final int MOST = 500;

  /** In the order of a list of choices; the words of what happens. */
  private static final Map<ForecastEvent.What, String> WORDS =
      Map.of(
          ForecastEvent.What.REMINDER, "Reminder",
          ForecastEvent.What.MISSED, "Overdue",
          ForecastEvent.What.ESCALATION, "Escalation",
          ForecastEvent.What.REASSIGNED, "Reassigned",
          ForecastEvent.What.ASSIGNED, "Assigned",
          ForecastEvent.What.FAILURE, "Stuck");

  private final NextHoursQueries forecasts;
  private final ChangeQueries changes;
  private final ChangePermissions permissions;
  private final People people;
  private final LeadNames leadNames;

  NextHoursPageController(
      NextHoursQueries forecasts,
      ChangeQueries changes,
      ChangePermissions permissions,
      People people,
      LeadNames leadNames) {
    this.forecasts = forecasts;
    this.changes = changes;
    this.permissions = permissions;
    this.people = people;
    this.leadNames = leadNames;
  }

  @GetMapping("/sla/next-72-hours")
  String nextHours(
      @RequestParam(required = false) @Nullable String lead,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String changeId,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    Asked asked = new Asked(orNull(owner), orNull(lead), user.clock().texts().language().locale());
    permissions.checkTries(changeId, user.id());
    Answer answer = forecasts.of(asked, changes.tried(changeId), user.id(), Duration.ofSeconds(1));
    List<ForecastEvent> shown = answer.rows().stream().limit(MOST).toList();
    model
        .addAttribute("forecast", answer)
        .addAttribute("rows", shown)
        .addAttribute("more", answer.rows().size() - shown.size())
        .addAttribute("words", WORDS)
        .addAttribute("asked", asked)
        .addAttribute("changeId", orNull(changeId))
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("reps", people.activeReps(Team.EVERYBODY))
        .addAttribute("api", api(asked, orNull(changeId)))
        .addAttribute("leadNames", leadNames.of(leads(shown, asked)));
    return "next-hours";
  }

  private static List<String> leads(List<ForecastEvent> rows, Asked asked) {
    String lead = asked.lead();
    return lead == null
        ? rows.stream().map(ForecastEvent::leadId).distinct().toList()
        : List.of(lead);
  }

  /** A form sends empty fields along. */
  private static @Nullable String orNull(@Nullable String given) {
    return given == null || given.isBlank() ? null : given;
  }

  private static String api(Asked asked, @Nullable String changeId) {
    UriComponentsBuilder api =
        UriComponentsBuilder.fromPath("/api/preview/next-72-hours").queryParam("wait", 0);
    if (asked.owner() != null) {
      api.queryParam("owner", asked.owner());
    }
    if (asked.lead() != null) {
      api.queryParam("lead", asked.lead());
    }
    if (changeId != null) {
      api.queryParam("changeId", changeId);
    }
    return api.build().encode().toUriString();
  }
}
