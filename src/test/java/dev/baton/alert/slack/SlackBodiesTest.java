package dev.baton.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.app_backend.SlackSignature;
import dev.baton.MigratedDatabase;
import dev.baton.alert.AlertTestBed;
import dev.baton.input.ApiProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whatever is signed and posted in Slack's name is taken or refused, in both databases. */
class SlackBodiesTest {
  private static final String SECRET = "0123456789abcdef";
  private static final String CLICK =
      """
      {"type":"block_actions","trigger_id":"T%s","user":{"id":"U1"},"response_url":"https://x",\
      "actions":[{"action_id":"accept","value":"handoff-1\\nreview\\n"}]}""";
  private static final String FORM =
      """
      {"type":"view_submission","trigger_id":"T%s","user":{"id":"U1"},"view":{"id":"V1",\
      "callback_id":"reject","private_metadata":"handoff-1\\nreview\\n",\
      "state":{"values":{"note":{"note":{"type":"plain_text_input","value":"a"}}}}}}""";

  private static final List<AlertTestBed> OFFICES = new ArrayList<>();
  private static int signed;

  @BeforeAll
  static void open() throws Exception {
    OFFICES.add(new AlertTestBed());
    OFFICES.add(new AlertTestBed(MigratedDatabase.postgresql()));
  }

  @AfterAll
  static void close() {
    OFFICES.forEach(AlertTestBed::close);
  }

  /** A good body that is cut off, or one value of which is something else. */
  static Stream<String> bodies() {
    List<String> bodies = new ArrayList<>(List.of("", "payload", "payload=", "x=1", "payload=%ZZ"));
    List<String> values =
        List.of(
            "null",
            "7",
            "[]",
            "{}",
            "true",
            "[null]",
            "\"\"",
            "\"a\\u0000b\"",
            "\"a\\ud83db\"",
            "1e400",
            "\"" + "x".repeat(2000) + "\"");
    values.forEach(value -> bodies.add(payload(value)));
    Random random = new Random(7);
    for (String whole : List.of(CLICK.formatted("1"), FORM.formatted("2"))) {
      for (int i = 0; i < 20; i++) {
        bodies.add(payload(whole.substring(0, random.nextInt(whole.length()))));
      }
      for (String part : whole.split("(?<=:)")) {
        int at = whole.indexOf(part);
        String rest = whole.substring(at);
        String old = rest.replaceAll("^(\"[^\"]*\"|\\{|\\[).*", "$1");
        if (old.startsWith("\"") && old.length() < rest.length()) {
          values.forEach(
              value ->
                  bodies.add(
                      payload(whole.substring(0, at) + value + rest.substring(old.length()))));
        }
      }
    }
    return bodies.stream().distinct();
  }

  private static String payload(String json) {
    return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_broken_body_is_taken_without_a_deed_or_refused(String body) throws Exception {
    for (AlertTestBed office : OFFICES) {
      assertThat(interaction(office, body)).isIn(200, 400);
      assertThat(command(office, body.replace("payload=", "user_id="))).isIn(200, 400);
    }
  }

  private static int interaction(AlertTestBed office, String body) throws Exception {
    try (SlackInbox inbox = inbox(office)) {
      return new SlackController(inbox).interactions(request(body)).getStatusCode().value();
    } catch (ApiProblem refused) {
      return refused.getStatusCode().value();
    }
  }

  private static int command(AlertTestBed office, String body) throws Exception {
    try (SlackInbox inbox = inbox(office)) {
      return new SlackController(inbox)
          .commands(request(body + "&trigger_id=T" + body.hashCode()))
          .getStatusCode()
          .value();
    } catch (ApiProblem refused) {
      return refused.getStatusCode().value();
    }
  }

  private static SlackInbox inbox(AlertTestBed office) {
    return new SlackInbox(
        () -> new SlackSettings("xoxb-test", "https://x", null, SECRET, null, "https://x"),
        new SlackSignatureVerifier(() -> Optional.of(SECRET), office.jdbc, Clock.systemUTC()),
        new SlackActions(office.jdbc, new ObjectMapper(), office.facts::add),
        Mockito.mock(SlackActionProcessor.class),
        office.transaction,
        office.clock);
  }

  /** Signed at another second each time, so that none was sent before. */
  private static MockHttpServletRequest request(String body) {
    String now = String.valueOf(Clock.systemUTC().instant().getEpochSecond() - signed++ % 250);
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/slack/interactions");
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    request.addHeader("X-Slack-Request-Timestamp", now);
    request.addHeader(
        "X-Slack-Signature", new SlackSignature.Generator(SECRET).generate(now, body));
    return request;
  }
}
