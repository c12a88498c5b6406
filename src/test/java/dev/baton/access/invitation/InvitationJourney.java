package dev.baton.access.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.access.openid.LoginSettings;
import dev.baton.engine.EngineUsers;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.privacy.AuditTrail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an invitation to a first login. */
abstract class InvitationJourney {
  private static final String PASSWORD = "a long password";

  @Autowired JdbcClient db;
  @Autowired StaffInvitations invitations;
  @Autowired InvitationMail mail;
  @Autowired People people;
  @Autowired EngineUsers users;
  @Autowired AuditTrail audit;
  private final String id = "new-" + UUID.randomUUID().toString().substring(0, 8);
  private HttpCaller anybody;
  private HttpCaller admin;

  @BeforeEach
  void add_somebody(@LocalServerPort int port) {
    anybody = HttpCaller.at(port);
    admin = anybody.as("admin");
    save(Map.of(
            "name", "New Rep", "email", id + "@baton.example", "role", "sales", "active", false))
        .is(200);
  }

  private Answer save(Map<String, Object> fields) {
    return admin.send("PUT", "/api/people/" + id, HttpCaller.OBJECT, HttpCaller.json(fields));
  }

  private Answer invite() {
    return admin.post("/api/people/" + id + "/invitation", "");
  }

  /** The path of the link. */
  private String invited() {
    String url = invite().is(201).at("/url").asText();
    return url.substring(url.indexOf("/welcome/"));
  }

  private Answer sets(String link, String password, String again) {
    String form =
        "password=%s&again=%s"
            .formatted(
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                URLEncoder.encode(again, StandardCharsets.UTF_8));
    return anybody.send("POST", link, "application/x-www-form-urlencoded", form);
  }

  private int waiting() {
    return db.sql("select count(*) as n from invitation where person = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  @Test
  void a_link_sets_the_first_password_and_work_begins_with_it() {
    String link = invited();
    assertThat(people.activeReps("default")).extracting("id").doesNotContain(id);
    anybody.as(id, PASSWORD).get("/api/leads").isProblem(401);
    assertThat(anybody.get(link).is(200).text()).contains("Welcome, New Rep", id);
    assertThat(anybody.get(link).is(200).text()).as("looked at twice").contains("Welcome");

    Answer set = sets(link, PASSWORD, PASSWORD).is(302);

    assertThat(set.text()).isEmpty();
    anybody.as(id, PASSWORD).get("/api/leads").is(200);
    assertThat(people.activeReps("default")).extracting("id").contains(id);
    sets(link, "another long one", "another long one").is(404);
    anybody.as(id, PASSWORD).get("/api/leads").is(200);
    assertThat(admin.get("/api/audit?what=invitation_accepted&who=" + id).is(200).text())
        .contains("person " + id);
    invite().isProblem(409);
  }

  @Test
  void nothing_that_opens_it_is_kept() {
    String link = invited();
    String token = link.substring("/welcome/".length());
    assertThat(
            db.sql("select hash from invitation where person = ?").param(id).query().listOfRows())
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.toString()).doesNotContain(token));
    assertThat(admin.get("/api/invitations").is(200).text()).contains(id).doesNotContain(token);
    assertThat(admin.get("/api/audit?what=person_invited").is(200).text()).doesNotContain(token);
  }

  @Test
  void who_is_invited_again_uses_the_newer_link() {
    String first = invited();
    String second = invited();
    anybody.get(first).is(404);
    anybody.get(second).is(200);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void a_revoked_link_opens_nothing() {
    String link = invited();
    admin.send("DELETE", "/api/people/" + id + "/invitation", null, "").is(204);
    anybody.get(link).is(404);
    sets(link, PASSWORD, PASSWORD).is(404);
    admin.send("DELETE", "/api/people/" + id + "/invitation", null, "").isProblem(404);
    assertThat(users.hasPassword(id)).isFalse();
  }

  @Test
  void who_was_made_active_and_inactive_again_does_not_come_back_by_an_old_link() {
    String link = invited();
    save(Map.of("active", true)).is(200);
    anybody.get(link).is(404);
    save(Map.of("active", false)).is(200);
    anybody.get(link).is(404);
    sets(link, PASSWORD, PASSWORD).is(404);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_link_ends_after_a_week_and_with_another_address() {
    String link = invited();
    save(Map.of("email", id + "@other.example")).is(200);
    anybody.get(link).is(404);
    save(Map.of("email", id + "@baton.example")).is(200);
    anybody.get(link).is(200);
    db.sql("update invitation set expires_at = invited_at where person = ?").param(id).update();
    anybody.get(link).is(404);
    sets(link, PASSWORD, PASSWORD).is(404);
  }

  @ParameterizedTest
  @CsvSource({"short, short", "a long password, another", "'            ', '            '"})
  void a_password_that_will_not_do_uses_nothing_up(String password, String again) {
    String link = invited();
    assertThat(sets(link, password, again).is(422).text()).contains("Please choose");
    anybody.get(link).is(200);
    assertThat(users.hasPassword(id)).isFalse();
  }

  @Test
  void who_has_a_login_is_not_invited() {
    admin.post("/api/people/rita/invitation", "").isProblem(409);
    String link = invited();
    save(Map.of("password", PASSWORD)).is(200);
    anybody.get(link).is(404);
    invite().isProblem(409);
  }

  @Test
  void only_an_administrator_invites() {
    anybody.as("mona").post("/api/people/" + id + "/invitation", "").isProblem(403);
    assertThat(waiting()).isZero();
  }

  @Test
  void where_a_provider_lets_people_in_nobody_is_invited() {
    LoginSettings provider = new LoginSettings(false, "groups", "", Map.of());
    InvitationController controller =
        new InvitationController(invitations, mail, people, users, audit, provider);
    assertThat(controller.all().provider()).contains("provider");
    assertThatThrownBy(() -> controller.invite(id, () -> "admin", Locale.ENGLISH))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("provider");
    assertThat(waiting()).isZero();
  }
}
