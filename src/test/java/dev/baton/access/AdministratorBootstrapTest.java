package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.access.openid.LoginSettings;
import dev.baton.engine.EngineUsers;
import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Role;
import dev.baton.people.StaffDirectory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;

/** The first administrator's password is one that any page would take. */
class AdministratorBootstrapTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private List<String> administrators = List.of();

  @BeforeEach
  void nobodyIsAdministrator() {
    String group = Role.ADMIN.group();
    IdentityService identity = scenario.bean(IdentityService.class);
    administrators =
        identity.createUserQuery().memberOfGroup(group).list().stream().map(User::getId).toList();
    administrators.forEach(user -> identity.deleteMembership(user, group));
  }

  @AfterEach
  void theyAreAgain() {
    EngineUsers users = scenario.bean(EngineUsers.class);
    administrators.forEach(user -> users.join(user, Role.ADMIN.group()));
  }

  private void startsWith(String password) {
    new AdministratorBootstrap(
            scenario.bean(EngineUsers.class),
            scenario.bean(StaffDirectory.class),
            new AdministratorSettings(password),
            new LoginSettings(true, "groups", "", Map.of()),
            ZoneOffset.UTC)
        .run(new DefaultApplicationArguments());
  }

  private boolean hasAdministrator() {
    return scenario.bean(EngineUsers.class).hasMember(Role.ADMIN.group());
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "short", "aaaaaaaaaaaaaaa", "admin@localhost", "abcab cabca"})
  void a_weak_one_is_refused_and_nobody_is_made(String weak) {
    assertThat(hasAdministrator()).isFalse();

    assertThatThrownBy(() -> startsWith(weak))
        .isInstanceOfSatisfying(
            RefusedFirstPassword.class,
            refused ->
                assertThat(new RefusedFirstPasswordAnalyzer().analyze(refused))
                    .satisfies(
                        told -> {
                          assertThat(told.getDescription()).startsWith("BATON_ADMIN_PASSWORD");
                          assertThat(told.getAction()).contains(refused.asked());
                          assertThat(told.getAction()).doesNotContain("'" + weak + "'");
                        }));
    assertThat(hasAdministrator()).isFalse();
  }

  @Test
  void once_there_is_one_it_counts_no_more() {
    startsWith("first of some words");
    assertThat(hasAdministrator()).isTrue();

    startsWith("short");

    assertThat(hasAdministrator()).isTrue();
  }

  @Test
  void without_one_it_is_made_up() {
    startsWith("");

    assertThat(hasAdministrator()).isTrue();
  }
}
