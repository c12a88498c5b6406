package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences, teams and calendars over HTTP. */
@OnH2
class PeopleApiTest {
  private static final String PASSWORD = "long enough";

  @Autowired People people;
  @Autowired Clock clock;
  @Autowired JdbcClient db;
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String id = "r" + mark;
  private final String person = "/api/people/" + id;
  private HttpCaller mona;
  private HttpCaller rep;

  @BeforeEach
  void hire_a_rep(@LocalServerPort int port) {
    mona = HttpCaller.at(port).as("mona");
    rep = HttpCaller.at(port).as(id, PASSWORD);
    Map<String, String> card =
        Map.of(
            "name", "Rep " + mark,
            "email", id + "@baton.example",
            "role", "sales",
            "team", "team-" + mark,
            "password", PASSWORD);
    put(person, HttpCaller.json(card)).is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b@x.example",
        "a;b@x.example",
        "<a>@x.example",
        "(c)a@x.example",
        "a@x.example,b",
        "a@b..example",
        "a@b_c.example",
        "a\u200b@x.example",
        "a@x.example\u202e"
      })
  void an_address_is_one_mailbox(String address) {
    Answer refused = put(person, HttpCaller.json(Map.of("email", address)));

    assertThat(refused.is(422).at("/errors/0/field").asText()).isEqualTo("email");
    assertThat(card().at("/email").asText()).isEqualTo(id + "@baton.example");
  }

  @Test
  void nobody_has_somebody_elses_address_in_other_letters() {
    Map<String, String> other =
        Map.of(
            "name",
            "Other",
            "email",
            id.toUpperCase(Locale.ROOT) + "@Baton.example",
            "role",
            "sales",
            "password",
            PASSWORD);

    assertThat(put("/api/people/x" + mark, HttpCaller.json(other)).is(422).text())
        .contains("belongs to somebody else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "Import"})
  void nobody_is_called_like_what_no_person_did(String reserved) {
    Map<String, String> card =
        Map.of(
            "name",
            "Rule",
            "email",
            "rule-" + mark + "@baton.example",
            "role",
            "sales",
            "password",
            PASSWORD);

    assertThat(put("/api/people/" + reserved, HttpCaller.json(card)).is(422).text())
        .contains("choose another id");
    assertThat(people.find(reserved)).isEmpty();
  }

  private Answer put(String path, String body) {
    return mona.send("PUT", path, HttpCaller.OBJECT, body);
  }

  private Answer delete(HttpCaller by, String path) {
    return by.send("DELETE", path, null, "");
  }

  private JsonNode card() {
    for (JsonNode card : mona.get("/api/people").is(200).at("/items")) {
      if (card.at("/id").asText().equals(id)) {
        return card;
      }
    }
    throw new AssertionError("Nobody is called " + id);
  }

  private String presence() {
    return card().at("/presence/state").asText();
  }

  private String in(Duration time) {
    return clock.instant().plus(time).toString();
  }

  @Test
  void a_rep_who_is_away_says_so_and_is_back_at_a_word() {
    String absence = rep.post(person + "/absences", "{}").is(200).at("/id").asText();
    assertThat(presence()).isEqualTo("ABSENT");
    assertThat(card().at("/presence/until").isMissingNode()).isTrue();
    assertThat(card().at("/absences/0/by").asText()).isEqualTo(id);

    Answer back = rep.post(person + "/return", "").is(200);

    assertThat(back.at("/presence/state").asText()).isEqualTo("ON_SHIFT");
    assertThat(presence()).isEqualTo("ON_SHIFT");
    assertThat(ended(absence)).as("the past stays").isNotNull();
  }

  @Test
  void a_paused_rep_gets_new_leads_when_they_resume() {
    people.isUnresponsive(id, clock.instant());
    assertThat(presence()).isEqualTo("UNRESPONSIVE");
    rep.post(person + "/return", "").is(200);
    assertThat(presence()).isEqualTo("ON_SHIFT");
  }

  @Test
  void a_return_ends_every_absence_that_runs_and_none_that_is_to_come() {
    mona.post(person + "/absences", "{}").is(200);
    mona.post(person + "/absences", Map.of("to", in(Duration.ofDays(9)))).is(200);
    Map<String, String> holiday =
        Map.of("from", in(Duration.ofDays(20)), "to", in(Duration.ofDays(30)), "note", "Sea");
    mona.post(person + "/absences", holiday).is(200);

    mona.post(person + "/return", "").is(200);

    assertThat(presence()).isEqualTo("ON_SHIFT");
    assertThat(card().at("/absences").findValuesAsText("note")).containsExactly("Sea");
  }

  @Test
  void an_absence_that_has_begun_ends_now_and_one_to_come_never_was() {
    String running = mona.post(person + "/absences", "{}").is(200).at("/id").asText();
    Map<String, String> later = Map.of("from", in(Duration.ofDays(1)));
    String coming = mona.post(person + "/absences", later).is(200).at("/id").asText();

    delete(mona, person + "/absences/" + running).is(200);
    delete(mona, person + "/absences/" + coming).is(200);

    assertThat(ended(running)).isNotNull();
    assertThat(db.sql("select id from absence where id = ?").param(coming).query().listOfRows())
        .isEmpty();
    delete(mona, person + "/absences/" + coming).isProblem(404);
    delete(mona, person + "/absences/" + running).isProblem(409);
  }

  @Test
  void nobody_is_sent_away_or_brought_back_by_a_colleague() {
    String absence = mona.post(person + "/absences", "{}").is(200).at("/id").asText();
    HttpCaller colleague = new HttpCaller(mona.root(), null, null).as("rita");
    colleague.post(person + "/absences", "{}").isProblem(403);
    colleague.post(person + "/return", "").isProblem(403);
    delete(colleague, person + "/absences/" + absence).isProblem(403);
    delete(rep, "/api/people/rita/absences/" + absence).isProblem(403);
    // with the right person, but somebody else's absence
    delete(mona, "/api/people/rita/absences/" + absence).isProblem(404);
    assertThat(presence()).isEqualTo("ABSENT");
  }

  private Answer asAdmin(String of, String body) {
    return mona.as("admin").send("PUT", "/api/people/" + of, HttpCaller.OBJECT, body);
  }

  @Test
  void the_only_administrator_stays_one_until_there_is_another() {
    db.sql("update person set active = false where role = 'ADMIN' and id <> 'admin'").update();
    String card = "{\"name\":\"Olga\",\"email\":\"%s@olga.example\",\"role\":\"camunda-admin\",%s}";
    String olga = "olga-" + mark;
    asAdmin("admin", "{\"active\":false}").isProblem(409);
    asAdmin("admin", "{\"role\":\"managers\"}").isProblem(409);
    asAdmin("admin", "{\"zone\":\"Europe/Berlin\"}").is(200);

    asAdmin(olga, card.formatted(mark, "\"active\":false")).is(200);
    asAdmin("admin", "{\"active\":false}").isProblem(409);

    asAdmin(olga, card.formatted(mark, "\"active\":true,\"password\":\"long-enough-12\"")).is(200);
    asAdmin(olga, "{\"role\":\"marketing\"}").is(200);
    asAdmin("admin", "{\"active\":false}").isProblem(409);
  }

  @Test
  void a_manager_keeps_reps_and_only_an_administrator_others() {
    mona.post("/api/people/marc/absences", "{}").isProblem(403);
    mona.post("/api/people/nobody-here/absences", "{broken").isProblem(404);
  }

  @ParameterizedTest
  @CsvSource({
    "from, tomorrow",
    "from, 2026-11-30T09:00:00",
    "from, 2001-01-01T00:00:00Z",
    "to, 2001-01-01T00:00:00Z",
    "to, 20266-01-01T00:00:00Z",
    "standIn, nobody-here",
    "standIn, mona",
    "handOver, maybe"
  })
  void an_absence_that_makes_no_sense_is_refused_at_its_field(String field, String value) {
    mona.post(person + "/absences", Map.of(field, value)).isProblem(422, field);
    assertThat(card().at("/absences")).isEmpty();
  }

  @Test
  void a_hand_over_names_a_rep_who_is_here_or_lets_the_routing_choose() {
    mona.post(person + "/absences", Map.of("standIn", id)).isProblem(422, "standIn");
    mona.post(person + "/absences", Map.of("standIn", "rita", "handOver", false))
        .isProblem(422, "standIn");
    String away = mona.post(person + "/absences", "{}").is(200).at("/id").asText();
    mona.post("/api/people/rita/absences", Map.of("standIn", id)).isProblem(422, "standIn");
    delete(mona, person + "/absences/" + away).is(200);

    Answer saved =
        mona.post(person + "/absences", Map.of("from", in(Duration.ofDays(9)), "standIn", "rita"))
            .is(200);

    assertThat(saved.at("/handOver").asBoolean()).isTrue();
    assertThat(saved.at("/standIn").asText()).isEqualTo("rita");
    assertThat(card().at("/absences/0/standIn").asText()).isEqualTo("rita");
    Answer routed = rep.post(person + "/absences", Map.of("handOver", true)).is(200);
    assertThat(routed.at("/handOver").asBoolean()).isTrue();
    assertThat(routed.at("/standIn").isMissingNode()).isTrue();
  }

  @Test
  void a_calendar_answers_what_its_country_brings() {
    String path = "/api/calendars/c" + mark;
    put(path, "{\"country\":\"de-by\"}").isProblem(422, "hours");
    put(path, "{\"country\":\"atlantis\",\"hours\":{\"mon\":[\"09:00-17:00\"]}}")
        .isProblem(422, "country");
    Answer saved =
        put(
            path,
            "{\"country\":\"de-by\",\"zone\":\"Europe/Berlin\",\"hours\":{\"mon\":[\"09:00-17:00\"]}}");

    assertThat(saved.is(200).at("/nextDaysOff")).hasSize(10);
    assertThat(saved.at("/nextDaysOff").findValuesAsText("note")).contains("Epiphany");

    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(40).toString();
    String party = path + "/closing-days/" + day;
    put(party, "{\"from\":\"13:00\",\"note\":\"Party\"}").is(200);
    Answer kept = put(path, "{\"country\":null}").is(200);

    assertThat(kept.at("/zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(kept.at("/hours/mon/0").asText()).isEqualTo("09:00-17:00");
    assertThat(kept.at("/closingDays/0/from").asText()).isEqualTo("13:00");
    assertThat(kept.at("/nextDaysOff").findValuesAsText("day"))
        .as("the country is gone, the own day stays")
        .containsExactly(day);
    put(path + "/closing-days/soon", "{}").isProblem(422, "day");
    put(party, "{\"from\":\"lunch\"}").isProblem(422, "from");
    delete(mona, party).is(200);
    delete(mona, party).isProblem(404);
  }

  @Test
  void a_team_has_a_calendar_that_there_is_and_its_reps() {
    String path = "/api/teams/team-" + mark;
    Answer refused = put(path, "{\"calendar\":\"nowhere\"}").isProblem(422, "calendar");
    assertThat(refused.at("/errors/0/allowed").toString()).contains("standard");
    put(path, "{\"calendar\":\"standard\",\"pool\":true}").is(200);

    JsonNode team = mona.get(path).is(200).json();

    assertThat(team.at("/name").asText()).isEqualTo("team-" + mark);
    assertThat(team.at("/pool").asBoolean()).isTrue();
    assertThat(team.at("/reps").toString()).isEqualTo("[\"%s\"]".formatted(id));
    put("/api/teams/camunda-admin", "{\"name\":\"Us\"}").isProblem(422, "id");
    put("/api/teams/a%20b", "{\"name\":\"Us\"}").isProblem(422, "id");
  }

  private Instant ended(String absence) {
    return db.sql("select to_at from absence where id = ? and to_at is not null")
        .param(absence)
        .query((row, number) -> Sql.instant(row, "to_at"))
        .optional()
        .orElse(null);
  }

  @Test
  void everybody_says_how_they_like_to_be_told() {
    String mine = person + "/preferences";
    JsonNode usual = rep.get(mine).is(200).json();
    assertThat(usual.at("/channels")).hasSize(3);
    assertThat(usual.has("digestHour")).isFalse();

    rep.send("PUT", mine, HttpCaller.OBJECT, "{\"channels\":[\"email\"],\"digestHour\":8}").is(200);
    rep.send("PUT", mine, HttpCaller.OBJECT, "{\"channels\":[\"email\",\"slack\"]}").is(200);
    JsonNode saved = mona.get(mine).is(200).json();
    assertThat(saved.at("/channels").toString()).isEqualTo("[\"slack\",\"email\"]");
    assertThat(saved.at("/digestHour").asInt()).isEqualTo(8);
    assertThat(put(mine, "{\"digestHour\":null}").is(200).json().has("digestHour")).isFalse();

    put(mine, "{\"channels\":[]}").isProblem(422, "channels");
    put(mine, "{\"channels\":[\"fax\"]}").isProblem(422, "channels");
    put(mine, "{\"channels\":\"email\"}").isProblem(422, "channels");
    put(mine, "{\"channels\":null}").isProblem(422, "channels");
    put(mine, "{\"digestHour\":24}").isProblem(422, "digestHour");
    rep.get("/api/people/rita/preferences").isProblem(403);
    mona.get("/api/people/ghost/preferences").isProblem(404);
    mona.get("/api/people/admin/preferences").isProblem(403);
  }

  @Test
  void a_team_has_a_channel_of_its_own_if_it_wants_one() {
    String team = "/api/teams/team-" + mark;
    assertThat(mona.get(team).is(200).json().has("slackChannel")).isFalse();
    assertThat(put(team, "{\"slackChannel\":\"#north\"}").is(200).at("/slackChannel").asText())
        .isEqualTo("#north");
    put(team, "{\"slackChannel\":\"@rita\"}").isProblem(422, "slackChannel");
    put(team, "{\"slackChannel\":\"#" + "x".repeat(80) + "\"}").isProblem(422, "slackChannel");
    assertThat(put(team, "{\"name\":\"North\"}").is(200).at("/slackChannel").asText())
        .isEqualTo("#north");
    assertThat(put(team, "{\"slackChannel\":null}").is(200).json().has("slackChannel")).isFalse();
  }

  @Test
  void a_bounced_address_is_dead_until_somebody_says_it_works_again() {
    String address = "/api/alerts/addresses/" + id + "/email";
    put(address, "{}").isProblem(422, "why");
    put("/api/alerts/addresses/" + id + "/teams", "{\"why\":\"x\"}").isProblem(404);
    put(address, "{\"why\":\"550 no such user\"}").is(204);
    assertThat(dead()).isTrue();
    delete(mona, address).is(204);
    assertThat(dead()).isFalse();
    delete(mona, address).isProblem(404);
  }

  private boolean dead() {
    return mona.get("/api/alerts/addresses")
        .is(200)
        .at("/items")
        .findValuesAsText("person")
        .contains(id);
  }

  @Test
  void who_stays_closed_for_more_than_a_year_is_shown_all_the_same() {
    String calendar = "/api/calendars/closed-" + mark;
    put(calendar, "{\"hours\":{\"mon\":[\"09:00-17:00\"]},\"zone\":\"Europe/Berlin\"}").is(200);
    LocalDate monday =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int week = 0; week < 62; week++) {
      put(calendar + "/closing-days/" + monday.plusWeeks(week), "{}").is(200);
    }

    put(
            person,
            HttpCaller.json(
                Map.of(
                    "calendar", "closed-" + mark, "hours", Map.of("mon", List.of("09:00-17:00")))))
        .is(200);

    assertThat(presence()).isEqualTo("OFF_SHIFT");
  }
}
