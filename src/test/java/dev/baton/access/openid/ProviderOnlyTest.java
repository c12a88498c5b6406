package dev.baton.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Where passwords are off, a provider and tokens open Baton, and nothing else does. */
@OnH2
@TestPropertySource(
    properties = {
      "baton.login.local=false",
      "baton.intake.tokens=website:token-of-the-website",
      "spring.security.oauth2.client.registration.company.client-id=baton",
      "spring.security.oauth2.client.registration.company.scope=openid",
      // nobody answers there
      "spring.security.oauth2.client.provider.company.issuer-uri=http://127.0.0.1:1",
      "spring.datasource.url=jdbc:h2:mem:provider-only;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
class ProviderOnlyTest {
  @Test
  void no_password_opens_anything(@LocalServerPort int port) {
    HttpCaller mona = HttpCaller.at(port).as("mona");
    mona.get("/api/leads").isProblem(401);
    mona.get("/engine-rest/task").isProblem(401);
    WebVisitor visitor = new WebVisitor();
    String login = "http://127.0.0.1:" + port + "/login";
    assertThat(visitor.get(login).body())
        .contains("Log in with company")
        .doesNotContain("name=\"password\"");
    visitor.submit(
        visitor.get(login),
        "/login",
        Map.of("username", "mona", "password", TestStaff.PASSWORD),
        true);
    assertThat(visitor.get("http://127.0.0.1:" + port + "/leads").uri().getPath())
        .isEqualTo("/login");
  }

  @Test
  void tokens_go_on(@LocalServerPort int port) {
    new HttpCaller(HttpCaller.at(port).root(), "Bearer token-of-the-website", null)
        .post("/api/signals", "{}")
        .isProblem(422);
  }

  @Test
  void a_provider_that_is_down_is_told_in_a_sentence(@LocalServerPort int port) {
    assertThat(
            new WebVisitor()
                .get("http://127.0.0.1:" + port + "/oauth2/authorization/company")
                .body())
        .contains("Your provider couldn’t log you in");
  }

  @Test
  void settings_that_let_nobody_in_or_name_no_role_are_refused_at_the_start() {
    assertThatThrownBy(
            () ->
                new Providers(
                    new OAuth2ClientProperties(), new LoginSettings(false, "groups", "", Map.of())))
        .hasMessageContaining("nobody could log in");
    assertThatThrownBy(() -> new LoginSettings(true, "groups", "", Map.of("staff", "sale")))
        .hasMessageContaining("baton.login.groups.staff");
  }
}
