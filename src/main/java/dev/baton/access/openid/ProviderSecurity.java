package dev.baton.access.openid;

import dev.baton.engine.EngineUsers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The login by a provider, as a part of the one security chain; without a provider nothing. */
@Component
public class ProviderSecurity {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderSecurity.class);
  private static final String START = "/oauth2/authorization";

  private final Providers providers;
  private final ProviderStaff staff;
  private final EngineUsers users;
  private final OidcUserService claims = new OidcUserService();

  ProviderSecurity(Providers providers, ProviderStaff staff, EngineUsers users) {
    this.providers = providers;
    this.staff = staff;
    this.users = users;
  }

  /** Adds it to a chain, where somebody who is logged in goes on as that handler says. */
  public void addTo(HttpSecurity http, AuthenticationSuccessHandler next) throws Exception {
    if (providers.all().isEmpty()) {
      return;
    }
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(providers, START);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(
        login ->
            login
                .loginPage("/login")
                .clientRegistrationRepository(providers)
                .authorizationEndpoint(to -> to.authorizationRequestResolver(requests))
                .userInfoEndpoint(
                    user ->
                        user.oidcUserService(this::logIn)
                            // without an ID token nothing says who it is
                            .userService(
                                request -> {
                                  throw LoginRefusal.PROVIDER.exception();
                                }))
                .successHandler(next)
                .failureHandler(ProviderSecurity::refuse)
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(
                          O filter) {
                        filter.setAuthenticationFailureHandler(ProviderSecurity::refuse);
                        return filter;
                      }
                    }));
  }

  private OidcUser logIn(OidcUserRequest request) {
    OidcUser user = claims.loadUser(request);
    String id = staff.logIn(user);
    return new StaffOidcUser(
        id, users.groupsOf(id).stream().map(SimpleGrantedAuthority::new).toList(), user);
  }

  /** Back to the login page, which says why; what the provider said is for who reads the log. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LoginRefusal refusal = LoginRefusal.of(failure);
    if (refusal == LoginRefusal.PROVIDER) {
      LOG.warn("A login by a provider failed at {}", request.getRequestURI(), failure);
    }
    response.sendRedirect("/login?refused=" + refusal.code());
  }
}
