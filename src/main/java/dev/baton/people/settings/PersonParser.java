package dev.baton.people.settings;

import dev.baton.input.MailAddress;
import dev.baton.input.Passwords;
import dev.baton.people.Calendars;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.people.StaffAddress;
import dev.baton.people.StaffDirectory;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parser of a person: what is absent stays as it is, or is usual for somebody new. */
@Component
class PersonParser {
  private static final int HIGHEST_CAP = 10_000;
  private static final int LONGEST_SKILL = 64;

  /** What the column holds, commas included. */
  private static final int LONGEST_SKILLS = 1000;

  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::group).toList();

  private final People people;
  private final Teams teams;
  private final Calendars calendars;
  private final StaffDirectory directory;

  PersonParser(People people, Teams teams, Calendars calendars, StaffDirectory directory) {
    this.people = people;
    this.teams = teams;
    this.calendars = calendars;
    this.directory = directory;
  }

  Person read(String id, Map<String, Object> fields, Optional<Person> known) {
    ChangeReader change = new ChangeReader(fields);
    if (!id.matches("[a-zA-Z0-9._-]{1,64}")) {
      change.wrong("id", "letters, digits, dot, dash and underscore only, at most 64");
    }
    if (known.isEmpty() && directory.isReserved(id)) {
      change.wrong("id", "'%s' is said of what no person did; choose another id".formatted(id));
    }
    String name =
        change.required("name", known.map(Person::name).orElse(null), 200, "say the person's name");
    String email = email(change, id, known);
    Optional<String> role =
        change.requiredOneOf("role", known.map(Person::role).map(Role::group), ROLES);
    String team = team(change, known);
    ZoneId usual = known.map(Person::zone).orElse(ZoneOffset.UTC);
    ZoneId zone = Optional.ofNullable(change.zone("zone", usual)).orElse(usual);
    boolean active = change.flag("active", known.map(Person::active).orElse(true));
    RoutingTerms terms = terms(change, known.map(Person::terms).orElse(RoutingTerms.USUAL));
    String slackId = slackId(change, id, known);
    Language language = language(change, known);
    password(change, fields, known.isPresent() || !active, List.of(id, email));
    change.check("The person was not saved");
    return new Person(
        id,
        name,
        new StaffAddress(email, slackId, language),
        role.flatMap(Role::ofGroup).orElseThrow(),
        team,
        zone,
        active,
        terms,
        known.map(Person::unresponsiveSince).orElse(null));
  }

  private String email(ChangeReader change, String id, Optional<Person> known) {
    String missing = "say where mail reaches the person";
    String email = change.required("email", known.map(Person::email).orElse(null), 320, missing);
    if (email.isEmpty()) {
      return email;
    }
    boolean isKept = known.map(Person::email).filter(email::equals).isPresent();
    if (!isKept && !MailAddress.isGood(email)) {
      change.wrong(
          "email", "one address at which mail reaches the person, such as name@company.example");
    }
    if (people.all().stream()
        .anyMatch(other -> other.email().equalsIgnoreCase(email) && !other.id().equals(id))) {
      change.wrong("email", "belongs to somebody else");
    }
    return email;
  }

  private @Nullable String slackId(ChangeReader change, String id, Optional<Person> known) {
    String slackId = change.text("slackId", known.map(Person::slackId).orElse(null), 40);
    if (slackId != null && !slackId.matches("[UW][A-Z0-9]{2,39}")) {
      change.wrong("slackId", "the member id of a Slack profile, such as U024BE7LH");
    } else if (slackId != null
        && people.ofSlackId(slackId).filter(other -> !other.id().equals(id)).isPresent()) {
      change.wrong("slackId", "belongs to somebody else");
    }
    return slackId;
  }

  private static @Nullable Language language(ChangeReader change, Optional<Person> known) {
    String stored = known.flatMap(Person::chosenLanguage).map(Language::code).orElse(null);
    return Optional.ofNullable(change.oneOf("language", stored, Language.codes()))
        .flatMap(Language::of)
        .orElse(null);
  }

  /** A team that nobody knows yet is opened with its first person. */
  private @Nullable String team(ChangeReader change, Optional<Person> known) {
    String stored = known.isPresent() ? known.get().team() : Team.EVERYBODY;
    String given = change.text("team", null, 64);
    String team = given == null ? stored : given;
    if (teams.isFallbackQueue(team)) {
      change.wrong("team", "holds the leads that nobody could take; nobody is in it");
    } else if (given != null) {
      directory.whyNoTeam(given).ifPresent(why -> change.wrong("team", why));
    }
    return team;
  }

  private RoutingTerms terms(ChangeReader change, RoutingTerms stored) {
    Integer weight = change.number("weight", stored.weight(), 1, RoutingTerms.HIGHEST_WEIGHT);
    Collection<String> skills = change.words("skills", stored.skills(), LONGEST_SKILL);
    if (String.join(",", skills).length() > LONGEST_SKILLS) {
      change.wrong("skills", "more than %d characters together".formatted(LONGEST_SKILLS));
    }
    return new RoutingTerms(
        HoursReader.read(change, "hours", stored.hours()),
        change.oneOf("calendar", stored.calendar(), calendars.names()),
        Set.copyOf(skills),
        weight == null ? 1 : weight,
        change.number("dailyCap", stored.dailyCap(), 0, HIGHEST_CAP),
        change.number("openCap", stored.openCap(), 0, HIGHEST_CAP));
  }

  private static void password(
      ChangeReader change, Map<String, Object> fields, boolean mayLack, List<String> names) {
    Object given = fields.get("password");
    if (mayLack && given == null) {
      return;
    }
    if (given instanceof String password) {
      Passwords.objection(password, names).ifPresent(why -> change.wrong("password", why));
    } else {
      change.wrong("password", "at least %d characters".formatted(Passwords.SHORTEST));
    }
  }
}
