package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.HttpCaller;
import dev.baton.OnPostgres;
import dev.baton.TestStaff;
import dev.baton.engine.EngineUsers;
import dev.baton.people.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What logins rest on, and what they do without a database, on PostgreSQL. */
@OnPostgres
class LoginStatesTest {
  @Autowired LoginStates states;
  @Autowired EngineUsers users;
  @Autowired JdbcClient db;
  @Autowired DataSource dataSource;

  @Test
  void a_login_ends_when_another_node_changes_its_person() {
    Optional<String> before = states.now("nora");
    assertThat(before).isPresent();
    try {
      db.sql("update person set active = false where id = 'nora'").update();

      await().atMost(LoginStates.BELIEVED.plusSeconds(2)).until(() -> states.of("nora").isEmpty());
    } finally {
      db.sql("update person set active = true where id = 'nora'").update();
    }
    assertThat(states.now("nora")).isEqualTo(before);
  }

  @Test
  void an_earlier_password_and_earlier_rights_are_over_within_seconds(@LocalServerPort int port) {
    HttpCaller earlier = HttpCaller.at(port).as("nora");
    earlier.get("/api/leads").is(200);
    try {
      users.saveUser("nora", "nora", "nora@baton.example", Optional.of("new-one"), List.of());

      HttpCaller.at(port).as("nora", "new-one").get("/api/leads").isProblem(403);
      await()
          .atMost(LoginStates.BELIEVED.plusSeconds(2))
          .until(() -> earlier.get("/api/leads").status() == 401);
    } finally {
      users.saveUser(
          "nora",
          "nora",
          "nora@baton.example",
          Optional.of(TestStaff.PASSWORD),
          List.of(Role.SALES.group(), "north"));
    }
    await().until(() -> earlier.get("/api/leads").status() == 200);
  }

  @Test
  void a_name_that_no_database_holds_is_a_wrong_one(@LocalServerPort int port) {
    HttpCaller.at(port).as("ri\u0000ta").get("/api/leads").isProblem(401);
    HttpCaller.at(port).as("rita", "de\u0000mo").get("/api/leads").isProblem(401);
  }

  @Test
  void no_statement_waits_for_ever_for_a_server_that_fell_silent() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
          .isEqualTo(Duration.ofSeconds(30));
    }
  }
}
