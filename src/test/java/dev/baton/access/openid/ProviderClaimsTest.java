package dev.baton.access.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** What a provider says is read as far as it can be used. */
class ProviderClaimsTest {
  @ParameterizedTest
  @CsvSource({
    "Rita, rita",
    "OFFICE\\Rita, rita",
    "rita.m@office.example, rita.m",
    "../rita, ",
    "ri ta, ",
  })
  void a_user_name_becomes_an_id_or_none(String claimed, String id) {
    ProviderClaims claims = read(Map.of("preferred_username", claimed), usual("groups"));

    assertThat(claims.id().orElse(null)).isEqualTo(id);
  }

  @Test
  void without_a_user_name_the_address_gives_the_id() {
    ProviderClaims claims = read(Map.of("email", "Rita@office.example"), usual("groups"));

    assertThat(claims.id()).contains("rita");
    assertThat(claims.verified()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b@office.example",
        "<rita>@office.example",
        "rita@office..example",
        "rita\u200b@x"
      })
  void an_address_that_is_no_single_mailbox_is_none(String address) {
    Map<String, Object> said = Map.of("preferred_username", "rita", "email", address);

    assertThat(read(said, usual("groups")).email()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"half \ud83d", "   ", "\u0000"})
  void a_name_that_no_database_holds_is_the_id(String name) {
    Map<String, Object> said = Map.of("preferred_username", "rita", "name", name);

    assertThat(read(said, usual("groups")).name()).isEqualTo("rita");
  }

  @Test
  void groups_stand_in_a_list_a_word_a_path_or_a_claim_with_dots() {
    Map<String, Object> inner = Map.of("realm_access", Map.of("roles", List.of("a", "b")));
    assertThat(read(inner, usual("realm_access.roles")).groups()).containsOnly("a", "b");
    assertThat(read(Map.of("groups", "a"), usual("groups")).groups()).containsOnly("a");
    assertThat(
            read(
                    Map.of("https://acme.example/groups", List.of("a")),
                    usual("https://acme.example/groups"))
                .groups())
        .containsOnly("a");
    assertThat(read(Map.of(), usual("realm_access.roles")).groups()).isEmpty();
  }

  @Test
  void of_several_roles_the_one_that_looks_after_more_wins() {
    LoginSettings settings =
        new LoginSettings(
            true, "groups", "", Map.of("a", "sales", "b", "managers", "c", "designers"));

    assertThat(settings.roleOf(Set.of("a", "b", "x"))).contains(Role.MANAGER);
    assertThat(settings.roleOf(Set.of("a", "c"))).contains(Role.SALES);
    assertThat(settings.roleOf(Set.of("x"))).isEmpty();
  }

  private static LoginSettings usual(String groupsClaim) {
    return new LoginSettings(true, groupsClaim, "", Map.of());
  }

  private static ProviderClaims read(Map<String, Object> claims, LoginSettings settings) {
    Map<String, Object> all = new HashMap<>(claims);
    all.put("sub", "s-1");
    OidcIdToken token = new OidcIdToken("-", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), all);
    return ProviderClaims.of(new DefaultOidcUser(List.of(), token), settings);
  }
}
