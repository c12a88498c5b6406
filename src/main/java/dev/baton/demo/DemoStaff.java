package dev.baton.demo;

import dev.baton.engine.EngineUsers;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.people.StaffDirectory;
import dev.baton.people.Team;
import dev.baton.sla.WorkingHours;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who works in the demo, when and where; everybody's password is {@code demo}. */
@Component
@Profile("demo")
class DemoStaff {
  static final String PASSWORD = "demo";
  static final String MANAGER = "mona";
  static final String MARKETER = "marc";
  static final String DESIGNER = "dora";

  private static final List<CalendarSettings> CALENDARS =
      List.of(
          calendar("dach", "Europe/Berlin", "de", "09:00-17:00"),
          calendar("uk-ireland", "Europe/London", "gb-eng", "09:00-17:30"),
          calendar("nordics", "Europe/Stockholm", "se", "08:30-16:30"),
          calendar("benelux", "Europe/Amsterdam", "nl", "09:00-17:00"),
          calendar("france", "Europe/Paris", "fr", "09:00-12:30", "14:00-18:00"),
          calendar("iberia", "Europe/Lisbon", "pt", "09:00-13:00", "14:00-18:00"),
          calendar("italy", "Europe/Rome", "it", "09:00-13:00", "14:00-18:00"),
          calendar("north-america", "America/New_York", "us", "09:00-17:00"));

  private static final List<Person> PEOPLE =
      List.of(
          rep("rita", "Rita Keller", "Europe/Berlin", "de", "payments"),
          rep("ben", "Ben Hughes", "Europe/London", "en"),
          rep("ines", "Inês Carvalho", "Europe/Lisbon", "pt", "es"),
          rep("luca", "Luca Romano", "Europe/Rome", "it", "fr"),
          rep("nora", "Nora Lindgren", "Europe/Stockholm", "sv", "en"),
          rep("piet", "Piet de Vries", "Europe/Amsterdam", "nl", "de", "payments"),
          person(MANAGER, "Mona Fischer", Role.MANAGER, "Europe/Berlin"),
          person(DESIGNER, "Dora Nowak", Role.DESIGNER, "Europe/Warsaw"),
          person(MARKETER, "Marc Dubois", Role.MARKETING, "Europe/Paris"),
          person("admin", "Ada Martin", Role.ADMIN, "Europe/Berlin"));

  private final EngineUsers users;
  private final StaffDirectory directory;
  private final People people;
  private final Calendars calendars;

  DemoStaff(EngineUsers users, StaffDirectory directory, People people, Calendars calendars) {
    this.users = users;
    this.directory = directory;
    this.people = people;
    this.calendars = calendars;
  }

  void hire() {
    for (Role role : Role.values()) {
      users.createRole(role.group(), role.group());
    }
    CALENDARS.forEach(calendars::save);
    PEOPLE.forEach(person -> directory.save(person, Optional.of(PASSWORD)));
  }

  boolean isUnknown() {
    return people.all().isEmpty();
  }

  /** Reps keep no fixed hours: whoever tries the demo at night or on a Sunday sees it work too. */
  private static Person rep(String id, String name, String zone, String... skills) {
    return person(id, name, Role.SALES, zone).with(RoutingTerms.USUAL.withSkills(skills));
  }

  private static Person person(String id, String name, Role role, String zone) {
    String team = role == Role.SALES || role == Role.MANAGER ? Team.EVERYBODY : null;
    return new Person(id, name, id + "@baton.example", role, team, ZoneId.of(zone), true);
  }

  private static CalendarSettings calendar(
      String name, String zone, String country, String... spans) {
    return new CalendarSettings(name, ZoneId.of(zone), country, week(spans));
  }

  private static WorkingHours week(String... spans) {
    Map<String, List<String>> days = new HashMap<>();
    List.of("mon", "tue", "wed", "thu", "fri").forEach(day -> days.put(day, List.of(spans)));
    return WorkingHours.of(days);
  }
}
