package dev.baton.web.settings;

import dev.baton.alert.ChannelStates;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a new installation needs until it hands over its first lead, and how far it is: read from
 * what is there, so that a step that was skipped is found again.
 */
@Component
class SetupSteps {
  private static final String FIRST_ADDRESS = "@localhost";

  private final People people;
  private final Teams teams;
  private final Calendars calendars;
  private final ChannelStates channels;
  private final JdbcClient db;

  SetupSteps(
      People people, Teams teams, Calendars calendars, ChannelStates channels, JdbcClient db) {
    this.people = people;
    this.teams = teams;
    this.calendars = calendars;
    this.channels = channels;
    this.db = db;
  }

  /** A step, by the id of its part of the page. */
  record SetupStep(String id, boolean done) {}

  List<SetupStep> of(Person admin) {
    return List.of(
        new SetupStep("admin", !admin.email().endsWith(FIRST_ADDRESS)),
        new SetupStep(
            "zone", calendars.settings(Calendars.STANDARD).map(CalendarSettings::zone).isPresent()),
        new SetupStep("team", teams.all().stream().anyMatch(this::isOwn)),
        new SetupStep("reps", !people.withRole(Role.SALES).isEmpty()),
        new SetupStep("mail", isSetUp("email")),
        new SetupStep("slack", isSetUp("slack")),
        new SetupStep("signal", hasSignal()));
  }

  /** Whether nobody works here yet but this administrator, and nothing has come in. */
  boolean isFreshTo(String user) {
    List<Person> all = people.all();
    return all.size() == 1
        && all.get(0).id().equals(user)
        && all.get(0).role() == Role.ADMIN
        && !hasSignal();
  }

  private boolean isOwn(Team team) {
    return !team.id().equals(Team.EVERYBODY) && !teams.isFallbackQueue(team.id());
  }

  private boolean isSetUp(String channel) {
    return channels.all().stream()
        .anyMatch(state -> state.channel().equals(channel) && state.missing() == null);
  }

  private boolean hasSignal() {
    return db.sql("select id from signal fetch first 1 rows only")
        .query(Long.class)
        .optional()
        .isPresent();
  }
}
