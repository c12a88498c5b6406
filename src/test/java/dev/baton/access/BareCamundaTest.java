package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.access.ProtectionCheck.Step;
import dev.baton.access.RawConnection.Answer;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why the security chains exist: the same attacks on Camunda as it comes. */
@Tag("nightly")
class BareCamundaTest {
  private static BareCamunda bare;

  @BeforeAll
  static void start() {
    bare = BareCamunda.start();
  }

  @AfterAll
  static void close() {
    bare.close();
  }

  /** CVE-2026-77226: others rule here, so that nobody has to be in camunda-admin. */
  @Test
  void a_stranger_becomes_an_administrator_where_others_rule() {
    IdentityService identity = bare.engine().getIdentityService();
    chiefsRule();
    assertThat(identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count()).isZero();

    try (RawConnection connection = new RawConnection(bare.port())) {
      Answer answer = new SetupAttack(connection, BareCamunda.ENGINE).tryIt();
      assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    assertThat(identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).singleResult())
        .extracting("id")
        .isEqualTo(SetupAttack.USER);
    assertThat(identity.checkPassword(SetupAttack.USER, SetupAttack.PASSWORD)).isTrue();
  }

  private static void chiefsRule() {
    IdentityService identity = bare.engine().getIdentityService();
    User chief = identity.newUser("chief");
    chief.setPassword("a password of the chief");
    identity.saveUser(chief);
    identity.saveGroup(identity.newGroup("chiefs"));
    identity.createMembership("chief", "chiefs");
    AuthorizationService rights = bare.engine().getAuthorizationService();
    for (Resource resource : Resources.values()) {
      Authorization all = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      all.setGroupId("chiefs");
      all.setResource(resource);
      all.setResourceId(Authorization.ANY);
      all.addPermission(Permissions.ALL);
      rights.saveAuthorization(all);
    }
  }

  @Test
  void the_walk_finds_what_stands_open() {
    List<Step> steps =
        ServedPaths.by(bare.application(), BareCamunda.ENGINE).paths().stream()
            // there is nothing with the id 1
            .filter(path -> !path.contains("/1"))
            .map(path -> new Step("GET", PathTrick.AS_IT_IS, path))
            .toList();
    assertThat(new ProtectionCheck(bare.port(), "Accept: application/json").findings(steps))
        .contains(
            "GET /engine-rest/engine/bare/task: 200 ",
            "GET /engine-rest/engine/bare/user: 200 ",
            "GET /camunda/app/admin/bare/: 200 ",
            "GET /webjars/camunda/securityFilterRules.json: 200 ");
  }
}
