package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.engine.EngineUsers;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and the engine's users in step, in the whole application. */
@OnH2
class StaffDirectoryTest {
  @Autowired StaffDirectory directory;
  @Autowired Teams teams;
  @Autowired EngineUsers users;
  @Autowired JdbcClient db;
  private final String id = "r" + UUID.randomUUID().toString().substring(0, 8);
  private HttpCaller baton;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @Test
  void who_changes_the_team_leaves_the_old_one() {
    hire(Role.SALES, "team-a", true);
    assertThat(users.groupsOf(id)).containsExactlyInAnyOrder("sales", "team-a");

    hire(Role.SALES, "team-b", true);

    assertThat(users.groupsOf(id)).containsExactlyInAnyOrder("sales", "team-b");
    assertThat(teams.find("team-b")).contains(new Team("team-b", "team-b", null));
    assertThat(users.hasMember("team-a")).isFalse();
  }

  @Test
  void managers_see_the_queue_of_leads_that_nobody_could_take_and_reps_do_not() {
    hire(Role.MANAGER, "default", true);
    assertThat(users.groupsOf(id)).contains("unrouted");

    hire(Role.SALES, "default", true);

    assertThat(users.groupsOf(id)).containsExactlyInAnyOrder("sales", "default");
  }

  @Test
  void who_is_deactivated_cannot_log_in_any_more() {
    hire(Role.MANAGER, "default", true);
    baton.as(id).get("/api/people").is(200);

    hire(Role.MANAGER, "default", false);

    baton.as(id).get("/api/people").isProblem(401);
  }

  @Test
  void a_company_gets_an_owner_and_loses_it_again() {
    hire(Role.SALES, "default", true);
    String email = "ada@" + id + ".example";
    Map<String, Object> signal = Map.of("type", "page_view", "lead", Map.of("email", email));
    baton.as("marc").post("/api/signals", signal).is(200);
    String path = "/api/accounts/" + account(id + ".example") + "/owner";

    baton.as("mona").send("PUT", path, HttpCaller.OBJECT, "{\"owner\":\"ghost\"}").isProblem(422);
    var named =
        baton.as("mona").send("PUT", path, HttpCaller.OBJECT, "{\"owner\":\"%s\"}".formatted(id));
    assertThat(named.is(200).at("/owner").asText()).isEqualTo(id);
    baton.as("mona").send("PUT", path, HttpCaller.OBJECT, "{\"owner\":null}").is(200);
    assertThat(db.sql("select owner from account where domain = :d").param("d", id + ".example"))
        .satisfies(row -> assertThat(row.query(String.class).optional()).isEmpty());
  }

  private String account(String domain) {
    return db.sql("select id from account where domain = :domain")
        .param("domain", domain)
        .query(String.class)
        .single();
  }

  private void hire(Role role, String team, boolean active) {
    Person person = new Person(id, "New One", id + "@x", role, team, ZoneOffset.UTC, active);
    directory.save(person, Optional.of(dev.baton.TestStaff.PASSWORD));
  }
}
