package dev.baton.text;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where each character counts: answers, identities, names of things. */
enum AnswerInput {
  TOUCH_NOTE("note", 200, "touch where note = ?"),
  TOUCH_KIND("kind", 422, null),
  EVIDENCE("criteria.need.evidence", 409, null),
  NEW_OWNER("rep", 422, null),
  REASON("reason", 422, null),
  TOKEN("name", 201, "api_token where name = ?"),
  QUESTION("lead.externalId", 200, null),
  PERSON("name", 200, "person where name = ?"),
  DEADLINES("note", 200, null),
  CAMPAIGN(null, 200, "campaign_owner where campaign = ?"),
  SEARCH(null, 200, null),
  LOGIN(null, 401, null);

  /** What is named where the text won't do; null: the address or the header is what is wrong. */
  final String field;

  /** What a text that will do is answered with, be it that something else is wrong. */
  final int good;

  /** Where it is kept, or null. */
  final String table;

  AnswerInput(String field, int good, String table) {
    this.field = field;
    this.good = good;
    this.table = table;
  }

  /** Whether it says who a lead is. */
  boolean isIdentity() {
    return this == QUESTION;
  }

  Answer send(HttpCaller baton, String handoff, String text) {
    HttpCaller mona = baton.as("mona");
    String at = "/api/handoffs/" + handoff;
    return switch (this) {
      case TOUCH_NOTE -> mona.post(at + "/touch", Sent.json(Map.of("kind", "email", "note", text)));
      case TOUCH_KIND -> mona.post(at + "/touch", Sent.json(Map.of("kind", text)));
      case EVIDENCE ->
          mona.post(
              at + "/qualification",
              Sent.json(
                  Map.of(
                      "framework",
                      "bant",
                      "decision",
                      "qualify",
                      "criteria",
                      Map.of("need", Map.of("met", true, "evidence", text)))));
      case NEW_OWNER ->
          mona.post(at + "/reassign", Sent.json(Map.of("rep", text, "reason", "knows them")));
      case REASON ->
          mona.post(at + "/reassign", Sent.json(Map.of("rep", "nobody-here", "reason", text)));
      case TOKEN -> baton.as("admin").post("/api/tokens", Sent.json(Map.of("name", text)));
      case QUESTION ->
          baton
              .as("marc")
              .post("/api/questions", Sent.json(Map.of("lead", Map.of("externalId", text))));
      case PERSON -> person(baton.as("admin"), text);
      case DEADLINES ->
          mona.post(
              "/api/deadlines/changes",
              Sent.json(Map.of("handoffs", List.of("none"), "note", text)));
      case CAMPAIGN ->
          mona.send(
              "PUT",
              // what a path may not have, escaped or not, isn't what this is about
              "/api/campaigns/" + escaped(inPath(text)) + "/owner",
              HttpCaller.OBJECT,
              "{\"owner\":\"marc\"}");
      case SEARCH -> mona.get("/api/leads?email=" + escaped(text));
      case LOGIN -> baton.from(somewhere()).as(text).get("/api/leads");
    };
  }

  /** So that who is wrong often isn't slowed. */
  private static String somewhere() {
    long place = System.nanoTime();
    return "10.%d.%d.%d".formatted(place >> 18 & 0xFF, place >> 10 & 0xFF, place >> 2 & 0xFF);
  }

  private static Answer person(HttpCaller admin, String name) {
    Map<String, Object> person =
        Map.of(
            "name",
            name,
            "email",
            "texts@baton.example",
            "role",
            "sales",
            "team",
            "default",
            "active",
            false,
            "password",
            "long enough to be one");
    return admin.send("PUT", "/api/people/texts", HttpCaller.OBJECT, Sent.json(person));
  }

  static String inPath(String text) {
    return text.replaceAll("[\\\\;%]", "");
  }

  /** In UTF-8; half of a character as those write it who don't know better. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                escaped.append(
                    c >= 0xD800 && c < 0xE000
                        ? "%%ED%%%02X%%%02X".formatted(0x80 | (c >> 6 & 0x3F), 0x80 | (c & 0x3F))
                        : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)));
    return escaped.toString().replace("+", "%20");
  }
}
