package dev.baton.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who works here, in the table {@code person}. */
@Component
public class People {
  /** The team of every active rep, for leads that no other team takes (rule R9). */
  private static final String EVERYBODY = "default";

  private final JdbcClient jdbc;

  public People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Person> find(String id) {
    return jdbc.sql("select * from person where id = :id")
        .param("id", id)
        .query(People::person)
        .optional();
  }

  public List<Person> all() {
    return jdbc.sql("select * from person order by id").query(People::person).list();
  }

  /** Active or not. */
  public List<Person> withRole(Role role) {
    return jdbc.sql("select * from person where role = :role order by id")
        .param("role", role.name())
        .query(People::person)
        .list();
  }

  /** The reps of a team who may get leads; of team {@code default}, all of them. */
  public List<Person> activeReps(String team) {
    List<Person> reps = active(Role.SALES);
    return EVERYBODY.equals(team) ? reps : of(team, reps);
  }

  /** The managers of a team, or all managers when it has none of its own. */
  public List<Person> managersOf(String team) {
    List<Person> managers = active(Role.MANAGER);
    List<Person> own = of(team, managers);
    return own.isEmpty() ? managers : own;
  }

  /** Adds a person or replaces what is known of one. */
  public void save(Person person) {
    jdbc.sql(
            """
            merge into person p using (select cast(:id as varchar(64)) as id) given
            on (p.id = given.id)
            when matched then update set
              name = :name, email = :email, role = :role, team = :team, zone = :zone,
              active = :active
            when not matched then insert (id, name, email, role, team, zone, active)
              values (:id, :name, :email, :role, :team, :zone, :active)
            """)
        .param("id", person.id())
        .param("name", person.name())
        .param("email", person.email())
        .param("role", person.role().name())
        .param("team", person.team())
        .param("zone", person.zone().getId())
        .param("active", person.active())
        .update();
  }

  private List<Person> active(Role role) {
    return withRole(role).stream().filter(Person::active).toList();
  }

  private static List<Person> of(String team, List<Person> people) {
    return people.stream()
        .filter(person -> person.team() != null && person.team().equals(team))
        .toList();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getString("name"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        row.getString("team"),
        ZoneId.of(row.getString("zone")),
        row.getBoolean("active"));
  }
}
