package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What callers of the engine's REST API hear when they ask for what there isn't. */
@OnH2
class EngineRestTest {
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /task/none                            |
          GET    | /task/none/form-variables             |
          GET    | /task/none/variables                  |
          GET    | /task/none/identity-links             |
          GET    | /task/none/form                       |
          POST   | /task/none/complete                   | {}
          POST   | /task/none/submit-form                | {}
          POST   | /task/none/claim                      | {"userId":"admin"}
          POST   | /task/none/unclaim                    |
          POST   | /task/none/resolve                    | {}
          POST   | /task/none/assignee                   | {"userId":"admin"}
          POST   | /task/none/delegate                   | {"userId":"admin"}
          PUT    | /task/none/variables/a                | {"value":1}
          GET    | /process-instance/none                |
          GET    | /process-instance/none/variables      |
          GET    | /process-instance/none/activity-instances |
          DELETE | /process-instance/none                |
          POST   | /process-instance/none/modification   | {"instructions":[{"type":"cancel","activityId":"a"}]}
          GET    | /execution/none                       |
          GET    | /execution/none/localVariables        |
          POST   | /execution/none/signal                | {}
          GET    | /process-definition/none              |
          GET    | /process-definition/none/xml          |
          GET    | /process-definition/none/diagram      |
          POST   | /process-definition/none/start        | {}
          GET    | /process-definition/key/none          |
          POST   | /process-definition/key/none/start    | {}
          GET    | /decision-definition/none/xml         |
          GET    | /decision-definition/key/none         |
          POST   | /decision-definition/key/none/evaluate | {"variables":{}}
          GET    | /deployment/none                      |
          GET    | /deployment/none/resources            |
          DELETE | /deployment/none                      |
          GET    | /job/none                             |
          POST   | /job/none/execute                     |
          PUT    | /job/none/retries                     | {"retries":1}
          GET    | /incident/none                        |
          GET    | /external-task/none                   |
          GET    | /history/process-instance/none        |
          GET    | /user/none/profile                    |
          GET    | /group/none                           |
          GET    | /filter/none                          |
          GET    | /batch/none                           |
          GET    | /authorization/none                   |
          """)
  void what_there_is_not_is_404_with_a_sentence(String method, String path, String body) {
    told(send(method, path, body), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /task                                        |
          GET  | /task?maxResults=5&firstResult=-5            |
          GET  | /task?maxResults=5&sortBy=name               |
          GET  | /task?maxResults=5&sortBy=nonsense&sortOrder=asc |
          GET  | /task?maxResults=5&dueBefore=yesterday       |
          GET  | /task?maxResults=5&dueBeforeExpression=${now()} |
          GET  | /task?maxResults=5&processVariables=a        |
          GET  | /task?maxResults=5&processVariables=a_nonsense_1 |
          GET  | /task?maxResults=many                        |
          POST | /task?maxResults=5                           | {"assigneeExpression":"${1}"}
          POST | /task?maxResults=5                           | [
          POST | /task?maxResults=5                           | {"priority":"high"}
          GET  | /history/activity-instance                   |
          GET  | /process-definition?maxResults=5&latestVersion=maybe |
          POST | /message                                     | {}
          POST | /message                                     | {"messageName":"none"}
          POST | /signal                                      | {}
          POST | /task/none/claim                             | [
          """)
  void a_question_that_makes_no_sense_is_400_with_a_sentence(
      String method, String path, String body) {
    told(send(method, path, body), 400);
  }

  @Test
  void who_may_not_is_told_403_as_before() {
    Answer refused = baton.as("rita").get("/engine-rest/authorization?maxResults=5");
    assertThat(refused.status()).isLessThan(500);
  }

  private Answer send(String method, String path, String body) {
    String uri = "/engine-rest" + path.replace("$", "%24").replace("{", "%7B").replace("}", "%7D");
    return baton
        .as("admin")
        .send(
            method,
            uri,
            body == null && method.equals("GET") ? null : HttpCaller.OBJECT,
            body == null ? "" : body);
  }

  private static void told(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    // what is no JSON is told as a text
    assertThat(answer.type().contains("json") ? answer.at("/message").asText() : answer.text())
        .as(answer.text())
        .isNotBlank();
  }
}
