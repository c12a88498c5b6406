package dev.baton.people;

import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repository of people, in the table {@code person}. */
@Component
public class People {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  private final TransactionRows<Person> read = new TransactionRows<>(Person.class);

  public People(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.clock = clock;
  }

  /** Fact: somebody is a manager from here on. */
  public record ManagerJoined(String personId, Instant at) {}

  public Optional<Person> find(String id) {
    return read.kept(id).or(() -> kept(where("id = :value", id)).stream().findFirst());
  }

  private List<Person> kept(List<Person> found) {
    found.forEach(person -> read.keep(person.id(), person));
    return found;
  }

  /** Who was linked to this Slack user by hand. */
  public Optional<Person> ofSlackId(String slackId) {
    return where("slack_id = :value", slackId).stream().findFirst();
  }

  /** Whose address this is, however it is capitalised; nobody when it could be two people's. */
  public Optional<Person> ofEmail(String email) {
    List<Person> found = where("lower(email) = lower(:value)", email);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * Reads a person and keeps the row locked until the transaction ends: nobody leaves meanwhile.
   */
  public Optional<Person> lock(String id) {
    return kept(where("id = :value for update", id)).stream().findFirst();
  }

  public List<Person> all() {
    return jdbc.sql("select * from person order by id").query(People::person).list();
  }

  /** Active or not. */
  public List<Person> withRole(Role role) {
    return kept(where("role = :value order by id", role.name()));
  }

  private List<Person> where(String condition, String value) {
    return jdbc.sql("select * from person where " + condition)
        .param("value", value)
        .query(People::person)
        .list();
  }

  /** The reps of a team who may get leads; of team {@code default}, all of them. */
  public List<Person> activeReps(String team) {
    List<Person> reps = active(Role.SALES);
    return Team.EVERYBODY.equals(team) ? reps : of(team, reps);
  }

  /** The managers of a team, or all managers when it has none of its own. */
  public List<Person> managersOf(@Nullable String team) {
    List<Person> managers = active(Role.MANAGER);
    List<Person> own = of(team, managers);
    return own.isEmpty() ? managers : own;
  }

  /**
   * Adds a person or replaces what is known of one. A turn locks the same row: it is given before
   * somebody leaves or not at all.
   */
  @Transactional
  public void save(Person person) {
    Optional<Person> before = lock(person.id());
    write(person);
    if (before.filter(Person::isActiveRep).isPresent() && !person.isActiveRep()) {
      facts.publishEvent(new RepLeft(person.id(), clock.instant()));
    }
    if (before.filter(Person::isActiveManager).isEmpty() && person.isActiveManager()) {
      facts.publishEvent(new ManagerJoined(person.id(), clock.instant()));
    }
  }

  /** Somebody who leaves leads unanswered takes no turns until they are {@link #isBack}. */
  public void isUnresponsive(String id, Instant since) {
    unresponsive(id, since);
  }

  /** Somebody answers again and takes turns like everybody. */
  public void isBack(String id) {
    unresponsive(id, null);
  }

  private void unresponsive(String id, @Nullable Instant since) {
    jdbc.sql("update person set unresponsive_since = :since where id = :id")
        .param("since", Sql.timestampOrNull(since))
        .param("id", id)
        .update();
    read.forget(id);
  }

  private void write(Person person) {
    read.forget(person.id());
    RoutingTerms terms = person.terms();
    jdbc.sql(
            """
            merge into person p using (select cast(:id as varchar(64)) as id) given
            on (p.id = given.id)
            when matched then update set
              name = :name, email = :email, role = :role, team = :team, zone = :zone,
              active = :active, hours = :hours, calendar = :calendar, skills = :skills,
              weight = :weight, daily_cap = :dailyCap, open_cap = :openCap,
              unresponsive_since = :unresponsiveSince, slack_id = :slackId,
              language = :language
            when not matched then insert (id, name, email, role, team, zone, active, hours,
                calendar, skills, weight, daily_cap, open_cap, unresponsive_since,
                slack_id, language)
              values (:id, :name, :email, :role, :team, :zone, :active, :hours,
                :calendar, :skills, :weight, :dailyCap, :openCap, :unresponsiveSince,
                :slackId, :language)
            """)
        .param("id", person.id())
        .param("name", person.name())
        .param("email", person.email())
        .param("role", person.role().name())
        .param("team", person.team())
        .param("zone", person.zone().getId())
        .param("active", person.active())
        .param("hours", terms.hours() == null ? null : WorkingHoursText.write(terms.hours()))
        .param("calendar", terms.calendar())
        .param("skills", terms.skills().stream().sorted().collect(Collectors.joining(",")))
        .param("weight", terms.weight())
        .param("dailyCap", terms.dailyCap())
        .param("openCap", terms.openCap())
        .param("slackId", person.slackId())
        .param("language", person.chosenLanguage().map(Language::code).orElse(null))
        .param("unresponsiveSince", Sql.timestampOrNull(person.unresponsiveSince()))
        .update();
  }

  /** Those with this role who work here now. */
  public List<Person> active(Role role) {
    return withRole(role).stream().filter(Person::active).toList();
  }

  private static List<Person> of(@Nullable String team, List<Person> people) {
    return people.stream()
        .filter(person -> person.team() != null && person.team().equals(team))
        .toList();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getString("name"),
        new StaffAddress(
            row.getString("email"),
            row.getString("slack_id"),
            Optional.ofNullable(row.getString("language")).flatMap(Language::of).orElse(null)),
        Role.valueOf(row.getString("role")),
        row.getString("team"),
        ZoneId.of(row.getString("zone")),
        row.getBoolean("active"),
        terms(row),
        Sql.instantOrNull(row, "unresponsive_since"));
  }

  private static RoutingTerms terms(ResultSet row) throws SQLException {
    return new RoutingTerms(
        Optional.ofNullable(row.getString("hours")).map(WorkingHoursText::read).orElse(null),
        row.getString("calendar"),
        Set.copyOf(List.of(row.getString("skills").split(","))),
        row.getInt("weight"),
        row.getObject("daily_cap", Integer.class),
        row.getObject("open_cap", Integer.class));
  }
}
