package dev.baton.people;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes a person of what is sent: what is absent stays as it is, or is usual for somebody new. */
@Component
class PersonReader {
  private static final int SHORTEST_PASSWORD = 10;
  private static final int HIGHEST_CAP = 10_000;
  private static final int LONGEST_SKILL = 64;

  /** What the column holds, commas included. */
  private static final int LONGEST_SKILLS = 1000;

  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::group).toList();

  private final People people;
  private final Teams teams;
  private final Calendars calendars;
  private final Staff staff;

  PersonReader(People people, Teams teams, Calendars calendars, Staff staff) {
    this.people = people;
    this.teams = teams;
    this.calendars = calendars;
    this.staff = staff;
  }

  Person read(String id, Map<String, Object> fields, Optional<Person> known) {
    Sent sent = new Sent(fields);
    if (!id.matches("[a-zA-Z0-9._-]{1,64}")) {
      sent.wrong("id", "letters, digits, dot, dash and underscore only, at most 64");
    }
    String name = known.map(Person::name).orElse(null);
    name = sent.required("name", name, 200, "say the person's name");
    String email = email(sent, id, known);
    String role = known.map(Person::role).map(Role::group).orElse(null);
    role = sent.requiredOneOf("role", role, ROLES);
    String team = team(sent, known);
    ZoneId usual = known.map(Person::zone).orElse(ZoneOffset.UTC);
    ZoneId zone = Optional.ofNullable(sent.zone("zone", usual)).orElse(usual);
    boolean active = sent.flag("active", known.map(Person::active).orElse(true));
    Terms terms = terms(sent, known.map(Person::terms).orElse(Terms.USUAL));
    String slackId = slackId(sent, id, known);
    password(sent, fields, known);
    sent.check("The person was not saved");
    return new Person(
        id,
        name,
        email,
        Role.ofGroup(role).orElseThrow(),
        team,
        zone,
        active,
        terms,
        known.map(Person::unresponsiveSince).orElse(null),
        slackId);
  }

  private String email(Sent sent, String id, Optional<Person> known) {
    String missing = "say where mail reaches the person";
    String email = sent.required("email", known.map(Person::email).orElse(null), 320, missing);
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      sent.wrong("email", missing);
    }
    if (people.all().stream()
        .anyMatch(other -> other.email().equals(email) && !other.id().equals(id))) {
      sent.wrong("email", "belongs to somebody else");
    }
    return email;
  }

  private String slackId(Sent sent, String id, Optional<Person> known) {
    String slackId = sent.text("slackId", known.map(Person::slackId).orElse(null), 40);
    if (slackId != null && !slackId.matches("[UW][A-Z0-9]{2,39}")) {
      sent.wrong("slackId", "the member id of a Slack profile, such as U024BE7LH");
    } else if (slackId != null
        && people.ofSlackId(slackId).filter(other -> !other.id().equals(id)).isPresent()) {
      sent.wrong("slackId", "belongs to somebody else");
    }
    return slackId;
  }

  /** A team that nobody knows yet is opened with its first person. */
  private String team(Sent sent, Optional<Person> known) {
    String stored = known.isPresent() ? known.get().team() : Team.EVERYBODY;
    String given = sent.text("team", null, 64);
    String team = given == null ? stored : given;
    if (teams.isFallbackQueue(team)) {
      sent.wrong("team", "holds the leads that nobody could take; nobody is in it");
    } else if (given != null) {
      staff.whyNoTeam(given).ifPresent(why -> sent.wrong("team", why));
    }
    return team;
  }

  private Terms terms(Sent sent, Terms stored) {
    Integer weight = sent.number("weight", stored.weight(), 1, Terms.HIGHEST_WEIGHT);
    Collection<String> skills = sent.words("skills", stored.skills(), LONGEST_SKILL);
    if (String.join(",", skills).length() > LONGEST_SKILLS) {
      sent.wrong("skills", "more than %d characters together".formatted(LONGEST_SKILLS));
    }
    return new Terms(
        sent.hours("hours", stored.hours()),
        sent.oneOf("calendar", stored.calendar(), names()),
        Set.copyOf(skills),
        weight == null ? 1 : weight,
        sent.number("dailyCap", stored.dailyCap(), 0, HIGHEST_CAP),
        sent.number("openCap", stored.openCap(), 0, HIGHEST_CAP));
  }

  private List<String> names() {
    return calendars.all().stream().map(Calendars.Sheet::name).toList();
  }

  private static void password(Sent sent, Map<String, Object> fields, Optional<Person> known) {
    Object given = fields.get("password");
    if (known.isPresent() && given == null) {
      return;
    }
    if (!(given instanceof String password)
        || password.isBlank()
        || password.length() < SHORTEST_PASSWORD) {
      sent.wrong("password", "at least %d characters".formatted(SHORTEST_PASSWORD));
    }
  }
}
