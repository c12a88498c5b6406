package dev.baton.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A company's OpenID provider, on a port of its own: Spring's authorization server with people who
 * have a password there, and claims that a test sets. It demands PKCE.
 */
final class OpenIdServer {
  static final String CLIENT = "baton";
  static final String SECRET = "secret-of-baton";
  static final String PASSWORD = "password-over-there";

  private final ServletWebServerApplicationContext application;
  private final Company company;

  private OpenIdServer(ServletWebServerApplicationContext application) {
    this.application = application;
    this.company = application.getBean(Company.class);
  }

  static OpenIdServer start() {
    return new OpenIdServer(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Company.class)
                .properties(
                    "spring.config.name=openid-server",
                    "server.port=0",
                    "server.address=127.0.0.1",
                    // cookies know no ports
                    "server.servlet.session.cookie.name=PROVIDER",
                    "spring.main.banner-mode=off")
                .run());
  }

  String issuer() {
    return "http://127.0.0.1:" + application.getWebServer().getPort();
  }

  /** Somebody who works there, with what their ID token says of them. */
  void employs(String subject, Map<String, Object> claims) {
    company.people.put(subject, claims);
  }

  /** How far its clock is ahead of ours. */
  void runsAhead(Duration by) {
    company.ahead = by;
  }

  void sendsBackTo(String baton) {
    company.clients.save(company.client(baton));
  }

  @EnableWebSecurity
  @Import({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  static class Company {
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final InMemoryRegisteredClientRepository clients =
        new InMemoryRegisteredClientRepository(client("http://127.0.0.1:1"));
    private volatile Duration ahead = Duration.ZERO;

    private RegisteredClient client(String baton) {
      return RegisteredClient.withId("1")
          .clientId(CLIENT)
          .clientSecret("{noop}" + SECRET)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri(baton + "/login/oauth2/code/company")
          .postLogoutRedirectUri(baton + "/login?logout")
          .scope("openid")
          .scope("profile")
          .scope("email")
          .clientSettings(ClientSettings.builder().requireProofKey(true).build())
          .build();
    }

    @Bean
    InMemoryRegisteredClientRepository registeredClients() {
      return clients;
    }

    @Bean
    UserDetailsService users() {
      return name -> {
        if (!people.containsKey(name)) {
          throw new org.springframework.security.core.userdetails.UsernameNotFoundException(name);
        }
        return User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build();
      };
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer server =
          OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, endpoints -> endpoints.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(to -> to.anyRequest().authenticated())
          .exceptionHandling(
              to -> to.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(to -> to.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    /** What the person's entry says, over what the server says of itself. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return token -> {
        if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
          Map<String, Object> said = new HashMap<>(people.get(token.getPrincipal().getName()));
          token
              .getClaims()
              .claims(
                  all -> {
                    all.computeIfPresent("iat", (same, at) -> ((java.time.Instant) at).plus(ahead));
                    all.computeIfPresent("exp", (same, at) -> ((java.time.Instant) at).plus(ahead));
                    all.putAll(said);
                  });
        }
      };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }
  }
}
