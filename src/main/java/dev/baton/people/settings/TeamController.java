package dev.baton.people.settings;

import dev.baton.input.ApiProblem;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import dev.baton.privacy.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/teams}. */
@RestController
@RequestMapping("/api/teams")
class TeamController {
  private final Teams teams;
  private final People people;
  private final Calendars calendars;
  private final StaffDirectory directory;
  private final AuditTrail audit;

  TeamController(
      Teams teams, People people, Calendars calendars, StaffDirectory directory, AuditTrail audit) {
    this.teams = teams;
    this.people = people;
    this.calendars = calendars;
    this.directory = directory;
    this.audit = audit;
  }

  /**
   * A team.
   *
   * @param calendar whose holidays its people have, or null
   * @param pool its reps claim its leads; otherwise they take turns
   * @param slackChannel where the team reads what concerns all of it, or null
   * @param reps who gets leads in it
   * @param fallbackQueue whether it holds the leads that nobody could take
   */
  record TeamView(
      String id,
      String name,
      @Nullable String calendar,
      boolean pool,
      @Nullable String slackChannel,
      List<String> reps,
      boolean fallbackQueue) {}

  record TeamPage(List<TeamView> items) {}

  @Operation(summary = "The teams and who gets leads in them")
  @GetMapping
  TeamPage all() {
    return new TeamPage(teams.all().stream().map(this::view).toList());
  }

  @Operation(summary = "One team")
  @GetMapping("/{id}")
  TeamView one(@PathVariable String id) {
    return teams
        .find(id)
        .map(this::view)
        .orElseThrow(() -> ApiProblem.notFound("There is no team " + id));
  }

  @Operation(
      summary = "Add a team or change one",
      description =
          "name, calendar (null: no holidays), pool (true: its reps claim its leads instead of round robin),"
              + " slackChannel (a channel's id or #name, where new leads and misses are told without"
              + " names; null: none). What is not sent stays as it is.")
  @PutMapping("/{id}")
  @Transactional
  TeamView save(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal by) {
    Optional<Team> known = teams.find(id);
    ChangeReader change = new ChangeReader(fields);
    if (known.isEmpty()) {
      directory.whyNoTeam(id).ifPresent(why -> change.wrong("id", why));
    }
    String name =
        change.required("name", known.map(Team::name).orElse(null), 200, "say the team's name");
    String calendar =
        change.oneOf("calendar", known.map(Team::calendar).orElse(null), calendars.names());
    boolean pool = change.flag("pool", known.map(Team::pool).orElse(false));
    String channel = channel(change, known);
    change.check("The team was not saved");
    Team team = new Team(id, name, calendar, pool, channel);
    directory.save(team);
    audit.add(
        by.getName(),
        "team_saved",
        "team " + id,
        known.map(Team::toString).orElse(null),
        team.toString());
    return view(team);
  }

  private static @Nullable String channel(ChangeReader change, Optional<Team> known) {
    String stored = known.map(Team::slackChannel).orElse(null);
    String channel = change.text("slackChannel", stored, 80);
    if (channel != null && !channel.matches("[CG][A-Z0-9]{2,79}|#[^\\s#@]{1,79}")) {
      change.wrong(
          "slackChannel", "a channel's id, such as C024BE7LH, or its name, such as #north");
    }
    return channel;
  }

  private TeamView view(Team team) {
    boolean queue = teams.isFallbackQueue(team.id());
    List<String> reps = people.activeReps(team.id()).stream().map(Person::id).toList();
    return new TeamView(
        team.id(), team.name(), team.calendar(), team.pool(), team.slackChannel(), reps, queue);
  }
}
