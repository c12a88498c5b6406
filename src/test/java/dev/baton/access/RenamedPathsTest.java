package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Paths that were renamed answer under their earlier name for one release. */
@OnH2
class RenamedPathsTest {
  private int port;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    this.port = port;
    this.baton = HttpCaller.at(port);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/alerts/stuck, /api/alerts/failed",
    "/api/insight/promises?from=2026-01-01, /api/insight/marketing-sla?from=2026-01-01",
    "/api/insight/sla/sitting, /api/insight/sla/stalled",
    "/api/leads/unknown/lookalikes, /api/leads/unknown/duplicates"
  })
  void an_earlier_path_answers_what_the_new_one_answers(String earlier, String now) {
    for (String user : List.of("mona", "marc", "rita", "dora")) {
      HttpCaller.Answer expected = baton.as(user).get(now);
      HttpCaller.Answer answer = baton.as(user).get(earlier);
      assertThat(answer.status()).as(user + " " + earlier).isEqualTo(expected.status());
      assertThat(withoutAges(answer)).as(user + " " + earlier).isEqualTo(withoutAges(expected));
    }
    baton.get(earlier).isProblem(401);
  }

  @Test
  void an_earlier_path_has_the_rights_of_the_new_one_for_each_method() {
    String message = "/api/alerts/stuck/1";
    baton.as("rita").post(message + "/retry", "").isProblem(403);
    baton.as("mona").post(message + "/retry", "").isProblem(404);
    baton.as("rita").send("DELETE", message, null, "").isProblem(403);
    baton.as("mona").send("DELETE", message, null, "").isProblem(404);
    baton.as("mona").post("/api/insight/promises", "").isProblem(403);
  }

  @Test
  void a_path_that_only_resembles_an_earlier_one_is_closed() {
    for (String path :
        List.of(
            "/api/alerts/stuck/",
            "/api/alerts/stuckx",
            "/api/insight/promises/x",
            "/api/leads/a/b/lookalikes",
            "/funnel/noes/leads/x")) {
      assertThat(baton.as("mona").get(path).status()).as(path).isIn(403, 404);
    }
    baton.as("mona").get("/api/alerts/stuck/..").is(400);
  }

  @Test
  void an_earlier_address_of_a_page_leads_to_the_new_one() {
    assertThat(moved("GET", "/funnel/noes"))
        .extracting(HttpResponse::statusCode, RenamedPathsTest::location)
        .containsExactly(301, "/funnel/rejections");
    assertThat(moved("GET", "/funnel/noes/leads?by=source&key=a%20b"))
        .extracting(HttpResponse::statusCode, RenamedPathsTest::location)
        .containsExactly(301, "/funnel/rejections/leads?by=source&key=a%20b");
    assertThat(moved("POST", "/funnel/noes").statusCode()).isIn(401, 403);
  }

  /** The text without what grows between two calls. */
  private static String withoutAges(HttpCaller.Answer answer) {
    return answer.text().replaceAll("\"oldestHours\":[0-9.]+", "\"oldestHours\":any");
  }

  private HttpResponse<Void> moved(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<Void> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
